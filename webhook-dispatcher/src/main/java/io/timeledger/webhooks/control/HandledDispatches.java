package io.timeledger.webhooks.control;

import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Commands that were taken, with their replies and those who wait for them, as of one
/// transaction.
public interface HandledDispatches {

  /// Remembers the command.
  ///
  /// @param headers of its record
  /// @return the one that was taken before under the same id; empty when this one is the first
  Optional<HandledDispatch> take(DispatchEnvelope command, Map<String, String> headers);

  /// One more who waits for the reply.
  void addWaiter(String commandId, Map<String, String> headers);

  /// Stores the reply for repeated commands.
  ///
  /// @return headers of the requests that are waiting
  List<Map<String, String>> complete(DispatchReply reply);

  /// Sends the reply once with each of the headers.
  void send(DispatchReply reply, List<Map<String, String>> waiters);
}
