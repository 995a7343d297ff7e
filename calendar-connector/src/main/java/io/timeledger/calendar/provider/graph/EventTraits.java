package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.Busy;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.DisplayText;
import io.timeledger.calendar.provider.EventKind;
import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.ParticipationStatus;
import io.timeledger.calendar.provider.SourceEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
  private static final int LONGEST_UID = 255;
  private static final int LONGEST_ZONE = 100;

  static EventTraits of(JsonNode event, CalendarOwner owner) {
    return new EventTraits(
        uid(GraphFields.text(event, "iCalUId")),
        GraphFields.flag(event, "isCancelled"),
        GraphFields.flag(event, "isAllDay"),
        DisplayText.of(GraphFields.text(event, "originalStartTimeZone"), LONGEST_ZONE),
        DisplayText.of(GraphFields.text(event, "subject"), SourceEvent.LONGEST_TITLE),
        isPrivate(GraphFields.text(event, "sensitivity")),
        busy(GraphFields.text(event, "showAs")),
        answer(GraphFields.text(GraphFields.object(event, "responseStatus"), "response")),
        GraphFields.flag(event, "isOrganizer"),
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
        guests.count(),
        guests.attendees());
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

  // The UID, or its hash if it is too long.
  private static @Nullable String uid(@Nullable String text) {
    String uid = DisplayText.of(text, 100_000);
    if (uid == null || uid.length() <= LONGEST_UID) {
      return uid;
    }
    try {
      byte[] bytes = uid.getBytes(StandardCharsets.UTF_8);
      return "sha256-"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
