package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.ROUND;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.calendar.round.RoundFigures;
import io.timeledger.schemas.id.ConnectionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Writes the log of rounds: those that were requested, and those of which something is to be told.
final class RoundRows {
  static final String REQUESTED = "requested";

  private static final String FAILED = "failed";

  private RoundRows() {}

  /// Begins the row of a round that a member requested.
  static void request(
      DSLContext tx, MemberKey member, ConnectionId connection, String id, Instant at) {
    tx.insertInto(ROUND)
        .set(ROUND.ID, id)
        .set(ROUND.CONNECTION_ID, connection.value())
        .set(ROUND.WORKSPACE_ID, member.workspaceId().value())
        .set(ROUND.USER_ID, member.userId().value())
        .set(ROUND.REASON, REQUESTED)
        .set(ROUND.REQUESTED_AT, at)
        .onConflictDoNothing()
        .execute();
  }

  /// The round that was requested last, if that was after a time.
  static Optional<String> requestedAfter(DSLContext tx, ConnectionId connection, Instant time) {
    return tx.select(ROUND.ID)
        .from(ROUND)
        .where(ROUND.CONNECTION_ID.eq(connection.value()))
        .and(ROUND.REQUESTED_AT.gt(time))
        .orderBy(ROUND.REQUESTED_AT.desc())
        .limit(1)
        .fetchOptional(ROUND.ID);
  }

  /// Ends the requested round of a connection, if there is one, without reading a calendar.
  ///
  /// @param words null unless it failed
  static void endRequested(
      DSLContext tx,
      ConnectionId connection,
      Instant startedAt,
      String outcome,
      @Nullable String words) {
    tx.update(ROUND)
        .set(ROUND.STARTED_AT, startedAt)
        .set(ROUND.ENDED_AT, CLOCK)
        .set(ROUND.OUTCOME, outcome)
        .set(ROUND.ERROR, words)
        .where(
            ROUND.ID.eq(
                DSL.select(CONNECTION.REQUESTED_ROUND_ID)
                    .from(CONNECTION)
                    .where(CONNECTION.ID.eq(connection.value()))))
        .execute();
    tx.update(CONNECTION)
        .setNull(CONNECTION.REQUESTED_ROUND_ID)
        .where(CONNECTION.ID.eq(connection.value()))
        .execute();
  }

  /// Ends all open rounds of a connection that is deleted.
  static void disconnect(DSLContext tx, ConnectionId connection) {
    tx.update(ROUND)
        .set(ROUND.ENDED_AT, CLOCK)
        .set(ROUND.OUTCOME, FAILED)
        .set(ROUND.ERROR, "disconnected")
        .where(ROUND.CONNECTION_ID.eq(connection.value()))
        .and(ROUND.ENDED_AT.isNull())
        .execute();
  }

  /// Writes a round that has ended.
  static void put(
      DSLContext tx, DueRound round, RoundFigures figures, String outcome, @Nullable String words) {
    Map<Field<?>, Object> ended =
        Map.of(
            ROUND.CALENDAR_ID, round.calendarId().value(),
            ROUND.KIND, figures.full() ? "full" : "next",
            ROUND.STARTED_AT, figures.startedAt(),
            ROUND.OUTCOME, outcome,
            ROUND.REQUESTS, figures.requests(),
            ROUND.PAGES, figures.pages(),
            ROUND.SEEN, figures.seen(),
            ROUND.CHANGED, figures.applied().changed(),
            ROUND.REMOVED, figures.applied().removed());
    tx.insertInto(ROUND)
        .set(ROUND.ID, round.roundId())
        .set(ROUND.CONNECTION_ID, round.connection().id().value())
        .set(ROUND.WORKSPACE_ID, round.connection().workspaceId().value())
        .set(ROUND.USER_ID, round.connection().userId().value())
        .set(ROUND.REASON, round.reason())
        .set(ended)
        .set(ROUND.ENDED_AT, CLOCK)
        .set(ROUND.ERROR, words)
        .onConflict(ROUND.ID)
        .doUpdate()
        .set(ended)
        .set(ROUND.ENDED_AT, CLOCK)
        .set(ROUND.ERROR, words)
        .execute();
  }
}
