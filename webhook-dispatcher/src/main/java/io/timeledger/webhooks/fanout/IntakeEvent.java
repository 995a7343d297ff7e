package io.timeledger.webhooks.fanout;

import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.json.MalformedException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// An event as it was read, and from where.
public record IntakeEvent(LoggedEvent logged, LogPosition place) {

  /// @throws MalformedException when the bytes are no event of any release
  public static IntakeEvent read(byte[] value, LogPosition place) {
    return new IntakeEvent(LoggedEvent.read(value), place);
  }

  public EventEnvelope envelope() {
    return logged.envelope();
  }

  /// The UTC date of the event: by it, everything about the event is kept and dropped.
  public LocalDate day() {
    return envelope().timestamp().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
