package io.timeledger.ingest.command;

import io.timeledger.schemas.command.CommandEnvelope;
import java.time.Duration;

/// Where commands go to be decided.
public interface CommandLog {

  /// Publishes the command and waits for its reply. Several callers may wait for one command id; a
  /// reply that was decided for another body answers with `idempotency_key_reused`.
  Outcome decide(CommandEnvelope command, Duration patience);
}
