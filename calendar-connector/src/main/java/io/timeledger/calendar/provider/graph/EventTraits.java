package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.DisplayText;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.EventUid;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.calendar.provider.rest.JsonFields;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The properties of an event except its times. Instances of a series share those of their master.
///
/// @param zoneName of the zone that the event was created in
record EventTraits(
    @Nullable String uid,
    boolean cancelled,
    boolean allDay,
    @Nullable String zoneName,
    @Nullable String title,
    boolean isPrivate,
    Busy busy,
    ParticipationStatus answer,
    boolean organizedBySelf,
    GraphGuests guests) {
  private static final int LONGEST_ZONE = 100;

  static EventTraits of(JsonNode event, CalendarOwner owner) {
    return new EventTraits(
        EventUid.of(JsonFields.text(event, "iCalUId")),
        JsonFields.flag(event, "isCancelled"),
        JsonFields.flag(event, "isAllDay"),
        DisplayText.of(JsonFields.text(event, "originalStartTimeZone"), LONGEST_ZONE),
        DisplayText.of(JsonFields.text(event, "subject"), SourceEvent.LONGEST_TITLE),
        isPrivate(JsonFields.text(event, "sensitivity")),
        busy(JsonFields.text(event, "showAs")),
        answer(JsonFields.text(JsonFields.object(event, "responseStatus"), "response")),
        JsonFields.flag(event, "isOrganizer"),
        GraphGuests.of(event, owner));
  }

  /// @param seriesRef null for a single event
  /// @param originalStart null for a single event
  SourceEvent event(
      String ref, @Nullable String seriesRef, @Nullable String originalStart, EventTime time) {
    return new SourceEvent(
        ref,
        uid,
        seriesRef,
        originalStart,
        seriesRef != null,
        cancelled,
        time,
        title,
        isPrivate,
        busy,
        answer,
        EventKind.DEFAULT,
        organizedBySelf,
        guests.organizerDomain(),
        guests.domains(),
        guests.count());
  }

  private static boolean isPrivate(@Nullable String sensitivity) {
    return "private".equals(sensitivity) || "confidential".equals(sensitivity);
  }

  private static Busy busy(@Nullable String showAs) {
    return switch (Objects.requireNonNullElse(showAs, "unknown")) {
      case "free" -> Busy.FREE;
      case "tentative" -> Busy.TENTATIVE;
      case "oof" -> Busy.ABSENT;
      case "workingElsewhere" -> Busy.ELSEWHERE;
      default -> Busy.BUSY;
    };
  }

  private static ParticipationStatus answer(@Nullable String response) {
    return switch (Objects.requireNonNullElse(response, "none")) {
      case "accepted" -> ParticipationStatus.ACCEPTED;
      case "tentativelyAccepted" -> ParticipationStatus.TENTATIVE;
      case "declined" -> ParticipationStatus.DECLINED;
      case "notResponded" -> ParticipationStatus.UNANSWERED;
      default -> ParticipationStatus.NONE;
    };
  }
}
