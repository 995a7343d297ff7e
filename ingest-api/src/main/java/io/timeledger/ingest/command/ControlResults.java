package io.timeledger.ingest.command;

import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;
import static io.timeledger.schemas.reply.ErrorCode.PAYLOAD_TOO_LARGE;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.reply.ControlReply;
import io.timeledger.schemas.reply.Problem;
import java.util.Optional;

/// Results of commands to services other than the ledger.
public final class ControlResults {
  private ControlResults() {}

  /// @return the reply; empty when it is late and the service will execute the command eventually
  /// @throws ApiException with the reply's problem, `log_unavailable` or `payload_too_large`
  public static <R extends ControlReply> Optional<R> accepted(CommandResult<R> result) {
    return switch (result) {
      case CommandResult.Decided<R>(R reply) -> {
        Problem problem = reply.problem();
        if (problem != null) {
          throw new ApiException(problem);
        }
        yield Optional.of(reply);
      }
      case CommandResult.Pending<R>() -> Optional.empty();
      case CommandResult.Unavailable<R>() ->
          throw ApiException.of(LOG_UNAVAILABLE, LOG_UNAVAILABLE.meaning());
      case CommandResult.TooLarge<R>() ->
          throw ApiException.of(PAYLOAD_TOO_LARGE, PAYLOAD_TOO_LARGE.meaning());
    };
  }
}
