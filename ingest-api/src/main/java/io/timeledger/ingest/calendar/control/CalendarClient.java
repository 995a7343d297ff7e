package io.timeledger.ingest.calendar.control;

import static io.timeledger.schemas.reply.ErrorCode.CALENDAR_UNAVAILABLE;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.BodyHash;
import io.timeledger.ingest.command.CommandIds;
import io.timeledger.ingest.command.ControlResults;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.calendar.CalendarCommand;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import java.time.Duration;

/// Sends commands to the calendar connector.
public final class CalendarClient {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final CalendarLog log;

  CalendarClient(CalendarLog log) {
    this.log = log;
  }

  /// @throws ApiException `calendar_unavailable` when the reply is late; the connector will execute
  ///     the command eventually
  public CalendarReply ask(WriteRequest call, CalendarCommand command) {
    Caller caller = call.caller();
    CalendarEnvelope envelope =
        new CalendarEnvelope(
            CommandIds.of(caller.workspaceId(), caller.userId(), call.idempotencyKey()),
            caller.workspaceId(),
            caller.actor(),
            BodyHash.of(call, command),
            command);
    return ControlResults.accepted(log.ask(envelope, PATIENCE))
        .orElseThrow(() -> ApiException.of(CALENDAR_UNAVAILABLE, CALENDAR_UNAVAILABLE.meaning()));
  }
}
