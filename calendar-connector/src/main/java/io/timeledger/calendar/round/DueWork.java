package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.Window;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.restricted.ConnectionSecret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something of a lane that is due.
public sealed interface DueWork {

  /// As of the last event about it.
  Connection connection();

  ConnectionSecret secret();

  /// By the clock that all instances share.
  Instant now();

  /// Rounds of the lane that failed since the last one that did not.
  int failures();

  /// Of the connection; null for none.
  @Nullable Instant lastSuccessAt();

  /// The calendars of a connection are to be listed.
  record DueListing(
      Connection connection,
      ConnectionSecret secret,
      Instant now,
      int failures,
      @Nullable Instant lastSuccessAt)
      implements DueWork {}

  /// A calendar is to be read.
  ///
  /// @param roundId of the round; the one that was promised, if it was asked for
  /// @param requested whether it was asked for
  /// @param reason that made it due
  /// @param dueCount how often the calendar had been made due
  /// @param owner whose zone is that of days
  /// @param cursor null reads all
  /// @param queryVersion of what asked for the cursor
  /// @param window of the cursor
  /// @param pollAfter how often the source wants to be read, as it said last; null for no word
  /// @param generation greater than that of every earlier round of the calendar, however it ended
  record DueRound(
      String roundId,
      boolean requested,
      String reason,
      Connection connection,
      ConnectionSecret secret,
      CalendarId calendarId,
      CalendarRef ref,
      long dueCount,
      CalendarOwner owner,
      @Nullable EventCursor cursor,
      @Nullable Integer queryVersion,
      @Nullable Window window,
      @Nullable Duration pollAfter,
      long generation,
      Instant now,
      int failures,
      @Nullable Instant lastSuccessAt)
      implements DueWork {}
}
