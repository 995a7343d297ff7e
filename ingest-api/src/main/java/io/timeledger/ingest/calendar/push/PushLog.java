package io.timeledger.ingest.calendar.push;

import io.timeledger.schemas.calendar.CalendarEnvelope;

/// Publishes commands to the calendar connector that get no reply.
public interface PushLog {

  /// Returns once the log has the command.
  ///
  /// @throws io.timeledger.ingest.web.error.ApiException `log_unavailable`
  void publish(CalendarEnvelope command);
}
