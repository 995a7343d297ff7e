package io.timeledger.calendar.testkit;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds events. The default is a busy meeting of one hour.
public final class Events {
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final Instant NINE = Instant.parse("2026-11-30T08:00:00Z");

  private String ref = "e1";
  private @Nullable String uid = "u1";
  private @Nullable String originalStart;
  private boolean cancelled;
  private EventTime time = new EventTime.Timed(NINE, NINE.plusSeconds(3600), BERLIN, false);
  private @Nullable String title = "Planning";
  private boolean isPrivate;
  private Busy busy = Busy.BUSY;
  private ParticipationStatus answer = ParticipationStatus.NONE;
  private EventKind kind = EventKind.DEFAULT;
  private boolean own;

  private Events() {}

  public static Events event() {
    return new Events();
  }

  public Events ref(String value) {
    ref = value;
    return this;
  }

  public Events uid(@Nullable String value) {
    uid = value;
    return this;
  }

  public Events originalStart(@Nullable String value) {
    originalStart = value;
    return this;
  }

  public Events cancelled() {
    cancelled = true;
    return this;
  }

  public Events at(EventTime value) {
    time = value;
    return this;
  }

  public Events onDays(String first, String endExclusive) {
    return at(new EventTime.AllDay(LocalDate.parse(first), LocalDate.parse(endExclusive)));
  }

  public Events title(@Nullable String value) {
    title = value;
    return this;
  }

  public Events hidden() {
    isPrivate = true;
    return this;
  }

  public Events busy(Busy value) {
    busy = value;
    return this;
  }

  public Events answer(ParticipationStatus value) {
    answer = value;
    return this;
  }

  public Events kind(EventKind value) {
    kind = value;
    return this;
  }

  public Events own() {
    own = true;
    return this;
  }

  public SourceEvent build() {
    return new SourceEvent(
        ref,
        uid,
        originalStart == null ? null : uid,
        originalStart,
        originalStart != null,
        cancelled,
        time,
        title,
        isPrivate,
        busy,
        answer,
        kind,
        own,
        "example.com",
        List.of("example.org"),
        3);
  }
}
