package io.timeledger.ingest.webhook;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import java.time.Duration;

/// Publishes commands to the dispatcher.
public interface DispatchLog {

  /// Publishes the command and waits for its reply.
  CommandResult<DispatchReply> ask(DispatchEnvelope command, Duration patience);
}
