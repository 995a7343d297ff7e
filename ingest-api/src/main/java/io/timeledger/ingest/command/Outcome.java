package io.timeledger.ingest.command;

import io.timeledger.schemas.reply.Reply;

/// What came of sending a command.
public sealed interface Outcome {
  /// The ledger answered.
  record Decided(Reply reply) implements Outcome {}

  /// The command is on the log and will be decided; the answer did not come in time.
  record Pending() implements Outcome {}

  /// The log did not take the command in time.
  record Unavailable() implements Outcome {}

  /// The command is larger than the log takes.
  record TooLarge() implements Outcome {}
}
