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

/// Work of a lane that is due.
public sealed interface DueWork {

  /// As of its last event.
  Connection connection();

  /// An address, or a ticket that may be used already; null for a connection with a grant alone.
  @Nullable ConnectionSecret secret();

  /// By the database's clock, which all instances share.
  Instant now();

  /// Failures of the lane since its last success.
  int failures();

  /// Last success of the connection; null for none.
  @Nullable Instant lastSuccessAt();

  /// Lists the calendars of a connection.
  record DueListing(
      Connection connection,
      @Nullable ConnectionSecret secret,
      Instant now,
      int failures,
      @Nullable Instant lastSuccessAt)
      implements DueWork {}

  /// Reads one calendar.
  ///
  /// @param roundId of the round; the id that the member received if they requested it
  /// @param requested whether the member requested the round
  /// @param reason why the calendar is due
  /// @param dueCount how often the calendar was made due so far; a later value means that it became
  ///     due again during the round
  /// @param owner whose zone defines the days
  /// @param cursor null for a full round
  /// @param queryVersion of the provider when it made the cursor
  /// @param window that the cursor belongs to
  /// @param pollAfter poll interval that the source suggested last; null for none
  /// @param generation greater than that of every earlier round of the calendar, including failed
  ///     ones
  /// @param alone whether the connection has no other selected calendar without an error
  /// @param watched whether the provider reports changes through a push channel
  /// @param pushedAt when the earliest report came that no round has answered yet; null for none
  record DueRound(
      String roundId,
      boolean requested,
      String reason,
      Connection connection,
      @Nullable ConnectionSecret secret,
      CalendarId calendarId,
      CalendarRef ref,
      long dueCount,
      CalendarOwner owner,
      @Nullable EventCursor cursor,
      @Nullable Integer queryVersion,
      @Nullable Window window,
      @Nullable Duration pollAfter,
      long generation,
      boolean alone,
      boolean watched,
      @Nullable Instant pushedAt,
      Instant now,
      int failures,
      @Nullable Instant lastSuccessAt)
      implements DueWork {}

  /// Keeps the push channels of one calendar.
  ///
  /// @param ref null if the calendar is no longer read, so that its channels are to be closed
  record DueChannels(
      Connection connection,
      @Nullable ConnectionSecret secret,
      CalendarId calendarId,
      @Nullable CalendarRef ref,
      Instant now,
      int failures,
      @Nullable Instant lastSuccessAt)
      implements DueWork {}
}
