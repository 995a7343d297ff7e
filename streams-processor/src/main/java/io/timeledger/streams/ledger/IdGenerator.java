package io.timeledger.streams.ledger;

import io.timeledger.schemas.id.Ulid;
import java.util.HashMap;
import java.util.Map;

/// New ids of one decision, deterministic: reprocessing a command gives the same ids, but the same
/// command id at another offset gives different ones.
public final class IdGenerator {
  private final String commandId;
  private final CommandMetadata metadata;
  private final Map<String, Integer> given = new HashMap<>();

  public IdGenerator(String commandId, CommandMetadata metadata) {
    this.commandId = commandId;
    this.metadata = metadata;
  }

  /// @param kind the prefix of the id, as in `te`
  public String next(String kind) {
    int index = given.merge(kind, 1, Integer::sum);
    String seed =
        String.join(
            "|",
            commandId,
            Integer.toString(metadata.partition()),
            Long.toString(metadata.offset()),
            kind,
            Integer.toString(index));
    return kind + "_" + Ulid.seeded(metadata.at(), seed);
  }
}
