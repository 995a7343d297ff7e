package io.timeledger.calendar.postgres;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.EventTime.AllDay;
import io.timeledger.calendar.provider.EventTime.Timed;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.json.RecordCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/// The JSON of the column `source.event`: all of a source that has no column of its own.
///
/// @param startedAt null for whole days
/// @param startDate null for a timed event
record EventColumn(
    boolean recurring,
    boolean cancelled,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    @Nullable ZoneId zone,
    boolean zoneGuessed,
    @Nullable String title,
    boolean isPrivate,
    Busy busy,
    ParticipationStatus answer,
    EventKind kind,
    boolean organizedBySelf,
    @Nullable String organizerDomain,
    List<String> attendeeDomains,
    int guests) {
  private static final RecordCodec<EventColumn> CODEC = new RecordCodec<>(EventColumn.class);

  static EventColumn of(SourceEvent event) {
    Timed timed = event.time() instanceof Timed times ? times : null;
    AllDay days = event.time() instanceof AllDay dates ? dates : null;
    return new EventColumn(
        event.recurring(),
        event.cancelled(),
        timed == null ? null : timed.start(),
        timed == null ? null : timed.end(),
        days == null ? null : days.start(),
        days == null ? null : days.endExclusive(),
        timed == null ? null : timed.zone(),
        timed != null && timed.zoneGuessed(),
        event.title(),
        event.isPrivate(),
        event.busy(),
        event.answer(),
        event.kind(),
        event.organizedBySelf(),
        event.organizerDomain(),
        event.attendeeDomains(),
        event.guests());
  }

  static EventColumn read(JSONB json) {
    return CODEC.read(CalendarColumns.bytes(json));
  }

  JSONB json() {
    return JSONB.valueOf(new String(CODEC.write(this), StandardCharsets.UTF_8));
  }

  EventColumn untitled() {
    return new EventColumn(
        recurring,
        cancelled,
        startedAt,
        endedAt,
        startDate,
        endDate,
        zone,
        zoneGuessed,
        null,
        isPrivate,
        busy,
        answer,
        kind,
        organizedBySelf,
        organizerDomain,
        attendeeDomains,
        guests);
  }

  /// @param uid null when the source has none
  SourceEvent event(
      String eventRef,
      @Nullable String uid,
      @Nullable String seriesRef,
      @Nullable String originalStart) {
    return new SourceEvent(
        eventRef,
        uid,
        seriesRef,
        originalStart,
        recurring,
        cancelled,
        time(),
        title,
        isPrivate,
        busy,
        answer,
        kind,
        organizedBySelf,
        organizerDomain,
        attendeeDomains,
        guests);
  }

  private EventTime time() {
    if (startedAt != null && zone != null) {
      return new Timed(startedAt, endedAt, zone, zoneGuessed);
    } else if (startDate != null && endDate != null) {
      return new AllDay(startDate, endDate);
    }
    throw new IllegalStateException("neither times nor dates");
  }
}
