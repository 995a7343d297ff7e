package io.timeledger.ingest.imports;

import io.timeledger.ingest.access.Sha256;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;

/// Ids derived from names: the same names get the same ids in every import.
final class DerivedIds {
  private static final int HEX_LENGTH = 20;

  private DerivedIds() {}

  static ClientId client(String name) {
    return new ClientId("c_" + hash(name));
  }

  static ProjectId project(String client, String name) {
    return new ProjectId("p_" + hash(client, name));
  }

  static TaskId task(String client, String project, String name) {
    return new TaskId("t_" + hash(client, project, name));
  }

  private static String hash(String... names) {
    return Sha256.hexOf(names).substring(0, HEX_LENGTH);
  }
}
