package io.timeledger.streams.ledger;

import io.timeledger.schemas.id.Ulid;
import java.util.HashMap;
import java.util.Map;

/// New ids of one decision: the n-th of a kind is the same whenever the command is processed, and
/// another one when the same command id comes again at another offset.
public final class Ids {
  private final String commandId;
  private final Receipt receipt;
  private final Map<String, Integer> given = new HashMap<>();

  public Ids(String commandId, Receipt receipt) {
    this.commandId = commandId;
    this.receipt = receipt;
  }

  /// @param kind the prefix of the id, as in `te`
  public String next(String kind) {
    int index = given.merge(kind, 1, Integer::sum);
    String seed =
        String.join(
            "|",
            commandId,
            Integer.toString(receipt.partition()),
            Long.toString(receipt.offset()),
            kind,
            Integer.toString(index));
    return kind + "_" + Ulid.seeded(receipt.at(), seed);
  }
}
