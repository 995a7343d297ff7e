package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.WORKSPACE;

import io.timeledger.ingest.directory.WorkspaceNames;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.runtime.LruMap;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/// Remembers the names that it found, so that a lost database is not asked for them again.
final class SqlWorkspaceNames implements WorkspaceNames {
  private static final int MOST = 10_000;

  private final Database database;
  private final Map<WorkspaceId, String> found = Collections.synchronizedMap(new LruMap<>(MOST));

  SqlWorkspaceNames(Database database) {
    this.database = database;
  }

  @Override
  public Optional<String> find(WorkspaceId workspace) {
    String known = found.get(workspace);
    return known == null ? look(workspace) : Optional.of(known);
  }

  private Optional<String> look(WorkspaceId workspace) {
    try {
      Optional<String> name =
          database.read(
              sql ->
                  sql.select(WORKSPACE.NAME)
                      .from(WORKSPACE)
                      .where(WORKSPACE.ID.eq(workspace.value()))
                      .fetchOptional(WORKSPACE.NAME));
      name.ifPresent(text -> found.put(workspace, text));
      return name;
    } catch (ApiException _) {
      // The caller's rights do not depend on the database, and neither does what tells them.
      return Optional.empty();
    }
  }
}
