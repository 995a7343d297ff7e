package io.timeledger.ingest.calendar.block;

import io.timeledger.schemas.calendar.BlockState;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A meeting of one member as shown by the connector, with its conversion.
///
/// @param calendarId of the calendar whose copy is shown
/// @param title null for an event without title, and for a private one whose title is not stored
/// @param isPrivate whether a calendar marks it private
/// @param startedAt null for all-day events
/// @param endedAt null for all-day events and for events without an end
/// @param startDate null unless all-day
/// @param endDate exclusive; null unless all-day
/// @param timezone of the event's times; the member's for whole days
/// @param logDate the day of its start in the member's zone; for whole days, the start date
/// @param attendeeDomains domains of the attendees' addresses
/// @param contacts the contacts who attend, in any order
/// @param sources the events that were folded into the block
/// @param dismissed whether the member dismissed it
/// @param entryId the entry that it was converted to; null if there is none or it is deleted
/// @param drift what changed in the calendar since the conversion, such as `moved`
public record CalendarBlock(
    BlockId id,
    CalendarId calendarId,
    Provider provider,
    BlockKind kind,
    @Nullable String title,
    boolean isPrivate,
    boolean tentative,
    boolean recurring,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    ZoneId timezone,
    LocalDate logDate,
    @Nullable String organizerDomain,
    List<String> attendeeDomains,
    List<AttendingContact> contacts,
    JsonNode sources,
    boolean dismissed,
    @Nullable EntryId entryId,
    @Nullable String drift,
    int version) {
  private static final Duration LONGEST = Duration.ofDays(1);

  public CalendarBlock {
    attendeeDomains = List.copyOf(attendeeDomains);
    contacts = List.copyOf(contacts);
  }

  public BlockState state() {
    if (entryId != null) {
      return BlockState.CONVERTED;
    }
    return dismissed ? BlockState.DISMISSED : BlockState.PENDING;
  }

  /// The elapsed time between start and end; null without both.
  public @Nullable Long durationSeconds() {
    return startedAt == null || endedAt == null
        ? null
        : Long.valueOf(Duration.between(startedAt, endedAt).toSeconds());
  }

  /// Why its times cannot be those of an entry; null if they can.
  public @Nullable String notConvertibleBecause() {
    Long seconds = durationSeconds();
    if (startedAt == null) {
      return "all_day";
    }
    if (seconds == null) {
      return "no_end";
    }
    if (seconds <= 0) {
      return "no_length";
    }
    return seconds > LONGEST.toSeconds() ? "longer_than_a_day" : null;
  }
}
