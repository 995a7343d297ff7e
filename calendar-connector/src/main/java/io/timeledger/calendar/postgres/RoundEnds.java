package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.timeledger.calendar.provider.CalendarListing;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.DueWork;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.DueWork.DueListing;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.calendar.round.FailedWork;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.RoundEnd;
import io.timeledger.calendar.round.RoundFigures;
import io.timeledger.calendar.round.SliceResult;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Writes the result of work on a lane in a transaction that holds the member's lock and the lane's
/// lease. Work that became due in the meantime stays due.
final class RoundEnds {
  private static final String POLL = "poll";
  private static final String PUSH = "push";
  private static final String RETRY = "retry";

  private RoundEnds() {}

  /// Records a complete round.
  ///
  /// @param last result of its last slice
  /// @param pushing providers that report changes
  static void end(
      DSLContext tx,
      LaneLease lease,
      DueRound round,
      Window window,
      RoundEnd end,
      SliceResult last,
      Set<Provider> pushing) {
    RoundFigures figures = end.figures().plus(last);
    boolean quiet = figures.applied().isNothing();
    endCalendar(tx, round, window, end, quiet);
    if (pushing.contains(round.connection().provider())) {
      ChannelRows.look(tx, round.calendarId().value());
    }
    succeeded(tx, round);
    tx.update(LANE)
        .set(LANE.FAIL_STREAK, 0)
        .setNull(LANE.HOLD_UNTIL)
        .setNull(LANE.HOLD_REASON)
        .where(LANE.ID.eq(lease.laneId()))
        .execute();
    if (ConnectionReports.report(tx, round.connection().id(), ConnectionStatus.ACTIVE, null)) {
      resume(tx, round);
    }
    Leases.refresh(tx, lease.laneId());
    if (!quiet || round.requested() || figures.unreadable() > 0) {
      String outcome = figures.unreadable() > 0 ? "partial" : "succeeded";
      RoundRows.put(tx, round, figures, outcome, end.words());
    }
  }

  /// Records a failure.
  static void failed(DSLContext tx, LaneLease lease, DueWork due, FailedWork failure) {
    Instant retryAt = failure.retryAt();
    switch (due) {
      case DueListing _ -> failListing(tx, due, failure, retryAt);
      case DueRound round -> failRound(tx, round, failure, retryAt);
      case DueChannels channels -> ChannelRows.failed(tx, channels.calendarId().value(), retryAt);
    }
    // Calendars are still read while their channels fail.
    if (!(due instanceof DueChannels) || retryAt == null) {
      failConnection(tx, due, failure);
    }
    if (retryAt == null) {
      // No retry until the member acts.
      tx.update(CONNECTION)
          .setNull(CONNECTION.CALENDARS_DUE_AT)
          .where(CONNECTION.ID.eq(due.connection().id().value()))
          .execute();
    }
    tx.update(LANE)
        .set(LANE.FAIL_STREAK, LANE.FAIL_STREAK.plus(1))
        .set(LANE.HOLD_UNTIL, retryAt)
        .set(LANE.HOLD_REASON, failure.throttled() ? Leases.THROTTLED : Leases.BACKOFF)
        .where(LANE.ID.eq(lease.laneId()))
        .execute();
    Leases.refresh(tx, lease.laneId());
    failure
        .health()
        .ifPresent(
            health -> ConnectionReports.report(tx, due.connection().id(), health, failure.words()));
  }

  /// Records the failure of one calendar. It is one of the connection if no other can be read.
  static void skipped(
      DSLContext tx, LaneLease lease, DueRound round, FailedWork failure, boolean listAgain) {
    failRound(tx, round, failure, failure.retryAt());
    if (round.alone()) {
      failConnection(tx, round, failure);
    }
    if (listAgain) {
      tx.update(CONNECTION)
          .set(CONNECTION.CALENDARS_DUE_AT, CLOCK)
          .where(CONNECTION.ID.eq(round.connection().id().value()))
          .execute();
    }
    Leases.refresh(tx, lease.laneId());
  }

  private static void endCalendar(
      DSLContext tx, DueRound round, Window window, RoundEnd end, boolean quiet) {
    Field<Instant> next = val(end.nextDueAt());
    Duration pollAfter = end.pollAfter();
    tx.update(CALENDAR_)
        .set(CALENDAR_.CURSOR, end.cursor().value())
        .set(CALENDAR_.QUERY_VERSION, end.queryVersion())
        .set(CALENDAR_.WINDOW_FROM, window.from())
        .set(CALENDAR_.WINDOW_TO, window.toExclusive())
        .set(CALENDAR_.WINDOW_ZONE, window.zone().getId())
        .set(
            CALENDAR_.DUE_AT,
            when(CALENDAR_.DUE_COUNT.eq(round.dueCount()), next)
                .when(
                    CALENDAR_.DUE_REASON.eq(PUSH), least(next, Leases.in(SqlMemberRequests.PUSHED)))
                .otherwise(least(coalesce(CALENDAR_.DUE_AT, next), next)))
        .set(
            CALENDAR_.DUE_REASON,
            when(CALENDAR_.DUE_COUNT.eq(round.dueCount()), POLL).otherwise(CALENDAR_.DUE_REASON))
        // A report that came during the round is not answered by it.
        .set(
            CALENDAR_.PUSHED_AT,
            when(CALENDAR_.DUE_COUNT.eq(round.dueCount()), DSL.castNull(CALENDAR_.PUSHED_AT))
                .when(CALENDAR_.PUSHED_AT.isNotNull(), val(round.now())))
        .set(CALENDAR_.POLL_SECONDS, pollAfter == null ? null : pollAfter.toSeconds())
        .set(CALENDAR_.LAST_SUCCESS_AT, CLOCK)
        .set(CALENDAR_.QUIET_ROUNDS, CALENDAR_.QUIET_ROUNDS.plus(quiet ? 1 : 0))
        .setNull(CALENDAR_.ERROR)
        .setNull(CALENDAR_.ERROR_SINCE)
        .set(description(end.listing()))
        .where(CALENDAR_.ID.eq(round.calendarId().value()))
        .execute();
  }

  private static Map<Field<?>, Object> description(@Nullable CalendarListing listing) {
    if (listing == null) {
      return Map.of();
    }
    return listing.name() == null ? Map.of() : Map.of(CALENDAR_.NAME, listing.name());
  }

  private static void succeeded(DSLContext tx, DueRound round) {
    tx.update(CONNECTION)
        .set(CONNECTION.LAST_SUCCESS_AT, CLOCK)
        .set(
            CONNECTION.CALENDARS_DUE_AT,
            coalesce(CONNECTION.CALENDARS_DUE_AT, Leases.in(SqlRounds.LIST_EVERY)))
        .setNull(CONNECTION.ERROR)
        .setNull(CONNECTION.ERROR_SINCE)
        .set(
            CONNECTION.REQUESTED_ROUND_ID,
            DSL.nullif(CONNECTION.REQUESTED_ROUND_ID, round.roundId()))
        .where(CONNECTION.ID.eq(round.connection().id().value()))
        .execute();
  }

  /// The connection works again: calendars that stopped with it go on.
  private static void resume(DSLContext tx, DueRound round) {
    tx.update(CALENDAR_)
        .set(CALENDAR_.DUE_AT, CLOCK)
        .set(CALENDAR_.DUE_REASON, RETRY)
        .where(CALENDAR_.CONNECTION_ID.eq(round.connection().id().value()))
        .and(CALENDAR_.SELECTED)
        .and(CALENDAR_.DUE_AT.isNull())
        .execute();
  }

  private static void failConnection(DSLContext tx, DueWork due, FailedWork failure) {
    tx.update(CONNECTION)
        .set(CONNECTION.ERROR, failure.words())
        .set(CONNECTION.ERROR_SINCE, coalesce(CONNECTION.ERROR_SINCE, CLOCK))
        .where(CONNECTION.ID.eq(due.connection().id().value()))
        .execute();
  }

  private static void failListing(
      DSLContext tx, DueWork due, FailedWork failure, @Nullable Instant retryAt) {
    RoundRows.endRequested(tx, due.connection().id(), due.now(), "failed", failure.words());
    tx.update(CONNECTION)
        .set(CONNECTION.CALENDARS_DUE_AT, retryAt)
        .where(CONNECTION.ID.eq(due.connection().id().value()))
        .execute();
  }

  private static void failRound(
      DSLContext tx, DueRound round, FailedWork failure, @Nullable Instant retryAt) {
    tx.update(CALENDAR_)
        .set(
            CALENDAR_.DUE_AT,
            when(CALENDAR_.DUE_COUNT.eq(round.dueCount()), val(retryAt, CALENDAR_.DUE_AT))
                .otherwise(CALENDAR_.DUE_AT))
        .set(
            CALENDAR_.DUE_REASON,
            when(CALENDAR_.DUE_COUNT.eq(round.dueCount()), RETRY).otherwise(CALENDAR_.DUE_REASON))
        .set(CALENDAR_.ERROR, failure.words())
        .set(CALENDAR_.ERROR_SINCE, coalesce(CALENDAR_.ERROR_SINCE, CLOCK))
        .where(CALENDAR_.ID.eq(round.calendarId().value()))
        .execute();
    tx.update(CONNECTION)
        .set(
            CONNECTION.REQUESTED_ROUND_ID,
            DSL.nullif(CONNECTION.REQUESTED_ROUND_ID, round.roundId()))
        .where(CONNECTION.ID.eq(round.connection().id().value()))
        .execute();
    RoundFigures figures = failure.figures();
    RoundRows.put(
        tx,
        round,
        figures == null ? RoundFigures.begun(round.now(), round.cursor() == null) : figures,
        "failed",
        failure.words());
  }
}
