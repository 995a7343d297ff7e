package io.timeledger.calendar.intake;

import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import java.util.Map;
import java.util.Optional;

/// Replies to commands, as of one transaction. A repeated command gets the reply of the first.
public interface CommandAnswers {

  /// What was answered to the first command of this id, or the refusal of another body under the
  /// same id; empty when this one is the first.
  Optional<CalendarReply> first(CalendarEnvelope command);

  /// Remembers the reply to a first command.
  void keep(CalendarEnvelope command, CalendarReply reply);

  /// Sends the reply.
  ///
  /// @param headers of the record that asked
  void send(CalendarReply reply, Map<String, String> headers);
}
