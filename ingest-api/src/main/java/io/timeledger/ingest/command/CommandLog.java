package io.timeledger.ingest.command;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.util.List;

/// Publishes commands to the ledger.
public interface CommandLog {

  /// Publishes the command and waits for its reply. Several callers may wait for one command id; if
  /// it was decided with another body, the result is `idempotency_key_reused`.
  default CommandResult<Reply> decide(CommandEnvelope command, Duration patience) {
    return decide(List.of(command), patience).getFirst();
  }

  /// Publishes all commands in order before waiting for the first reply: the ledger decides those
  /// of one workspace in this order.
  ///
  /// @param patience for all of them together
  /// @return one per command, in order
  List<CommandResult<Reply>> decide(List<CommandEnvelope> commands, Duration patience);
}
