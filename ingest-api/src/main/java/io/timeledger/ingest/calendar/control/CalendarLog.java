package io.timeledger.ingest.calendar.control;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import java.time.Duration;

/// Publishes commands to the calendar connector.
public interface CalendarLog {

  /// Publishes the command and waits for its reply.
  CommandResult<CalendarReply> ask(CalendarEnvelope command, Duration patience);
}
