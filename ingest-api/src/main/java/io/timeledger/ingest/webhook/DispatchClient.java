package io.timeledger.ingest.webhook;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.BodyHash;
import io.timeledger.ingest.command.CommandIds;
import io.timeledger.ingest.command.ControlResults;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.schemas.webhook.DispatchCommand;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import java.time.Duration;
import java.util.Optional;

/// Sends commands to the dispatcher.
final class DispatchClient {
  private final DispatchLog log;

  DispatchClient(DispatchLog log) {
    this.log = log;
  }

  /// @param asked the command without the API's random values
  /// @return the result; empty when the reply is late and the dispatcher will execute the command
  ///     eventually
  Optional<DispatchReply> ask(
      WriteRequest call, DispatchCommand command, DispatchCommand asked, Duration patience) {
    Caller caller = call.caller();
    DispatchEnvelope envelope =
        new DispatchEnvelope(
            CommandIds.of(caller.workspaceId(), caller.userId(), call.idempotencyKey()),
            caller.workspaceId(),
            caller.actor(),
            BodyHash.of(call, asked),
            command);
    return ControlResults.accepted(log.ask(envelope, patience));
  }
}
