package io.timeledger.calendar.intake;

import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import java.util.Map;
import java.util.Optional;

/// Replies to commands, within one transaction. A repeated command gets the first reply.
public interface CommandAnswers {

  /// The reply to an earlier command with this id, or a refusal if its body differs; empty for a
  /// new command.
  Optional<CalendarReply> first(CalendarEnvelope command);

  /// Stores the reply to a new command.
  void keep(CalendarEnvelope command, CalendarReply reply);

  /// Queues the reply for sending.
  ///
  /// @param headers that the reply gets
  void send(CalendarReply reply, Map<String, String> headers);
}
