package io.timeledger.ingest.command;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.util.List;

/// Where commands go to be decided.
public interface CommandLog {

  /// Publishes the command and waits for its reply. Several callers may wait for one command id; a
  /// reply that was decided for another body answers with `idempotency_key_reused`.
  default CommandResult<Reply> decide(CommandEnvelope command, Duration patience) {
    return decide(List.of(command), patience).getFirst();
  }

  /// As for one, and all are published, in their order, before the first reply is waited for: the
  /// ledger decides those of one workspace in this order.
  ///
  /// @param patience for all of them together
  /// @return one per command, in order
  List<CommandResult<Reply>> decide(List<CommandEnvelope> commands, Duration patience);
}
