package io.timeledger.ingest.webhook;

import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;
import static io.timeledger.schemas.reply.ErrorCode.PAYLOAD_TOO_LARGE;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.BodyHash;
import io.timeledger.ingest.command.CommandIds;
import io.timeledger.ingest.command.CommandResult;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.webhook.DispatchCommand;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Sends commands to the dispatcher.
@Service
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
    return switch (log.ask(envelope, patience)) {
      case CommandResult.Decided<DispatchReply>(DispatchReply reply) ->
          Optional.of(accepted(reply));
      case CommandResult.Pending<DispatchReply>() -> Optional.empty();
      case CommandResult.Unavailable<DispatchReply>() ->
          throw ApiException.of(LOG_UNAVAILABLE, LOG_UNAVAILABLE.meaning());
      case CommandResult.TooLarge<DispatchReply>() ->
          throw ApiException.of(PAYLOAD_TOO_LARGE, PAYLOAD_TOO_LARGE.meaning());
    };
  }

  private static DispatchReply accepted(DispatchReply reply) {
    Problem problem = reply.problem();
    if (problem != null) {
      throw new ApiException(problem);
    }
    return reply;
  }
}
