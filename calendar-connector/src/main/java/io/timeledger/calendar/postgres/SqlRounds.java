package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.calendar.Tables.LANE;
import static io.timeledger.schemas.jooq.calendar.Tables.SECRET;

import io.timeledger.calendar.intake.MemberKey;
import io.timeledger.calendar.provider.CalendarOwner;
import io.timeledger.calendar.provider.CalendarRef;
import io.timeledger.calendar.provider.EventCursor;
import io.timeledger.calendar.provider.Window;
import io.timeledger.calendar.round.DueWork;
import io.timeledger.calendar.round.DueWork.DueListing;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.calendar.round.FailedWork;
import io.timeledger.calendar.round.LaneLease;
import io.timeledger.calendar.round.ListedCalendar;
import io.timeledger.calendar.round.Rounds;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.Ulid;
import io.timeledger.schemas.resource.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The due work of lanes, in PostgreSQL.
public final class SqlRounds implements Rounds {
  static final Duration LIST_EVERY = Duration.ofDays(1);

  private final DSLContext sql;
  private final LaneSettings settings;

  public SqlRounds(DSLContext sql, LaneSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public Optional<DueWork> next(LaneLease lease) {
    return sql.transactionResult(
        transaction -> {
          DSLContext tx = transaction.dsl();
          Leases.prolong(tx, lease, settings.lease());
          return listing(tx, lease)
              .<DueWork>map(due -> due)
              .or(() -> DueChannelRows.watched(tx, lease))
              .or(() -> DueChannelRows.orphaned(tx, lease))
              .or(() -> round(tx, lease));
        });
  }

  @Override
  public boolean listed(LaneLease lease, DueListing due, List<ListedCalendar> calendars) {
    return sql.transactionResult(
        transaction -> {
          DSLContext tx = transaction.dsl();
          begin(tx, lease, due);
          // The choice may have changed since the listing began.
          Connection connection = ConnectionRows.current(tx, due.connection().id());
          if (belongsToAnother(tx, connection, calendars)) {
            return false;
          }
          new CalendarRows(tx, settings.publishBlocks()).put(connection, calendars);
          tx.update(CONNECTION)
              .set(CONNECTION.CALENDARS_DUE_AT, Leases.in(LIST_EVERY))
              .where(CONNECTION.ID.eq(connection.id().value()))
              .execute();
          Leases.refresh(tx, lease.laneId());
          return true;
        });
  }

  @Override
  public void forgetCursor(LaneLease lease, DueRound due) {
    inTransaction(
        lease,
        due,
        tx -> {
          tx.update(CALENDAR_)
              .setNull(CALENDAR_.CURSOR)
              .where(CALENDAR_.ID.eq(due.calendarId().value()))
              .execute();
          tx.update(LANE)
              .set(LANE.FAIL_STREAK, LANE.FAIL_STREAK.plus(1))
              .where(LANE.ID.eq(lease.laneId()))
              .execute();
        });
  }

  @Override
  public void failed(LaneLease lease, DueWork due, FailedWork failure) {
    inTransaction(lease, due, tx -> RoundEnds.failed(tx, lease, due, failure));
  }

  @Override
  public void skipped(LaneLease lease, DueRound due, FailedWork failure, boolean listAgain) {
    inTransaction(lease, due, tx -> RoundEnds.skipped(tx, lease, due, failure, listAgain));
  }

  @Override
  public void release(LaneLease lease) {
    sql.transaction(
        transaction -> {
          DSLContext tx = transaction.dsl();
          Leases.prolong(tx, lease, settings.lease());
          tx.update(LANE)
              .setNull(LANE.LEASE_TOKEN)
              .setNull(LANE.LEASE_UNTIL)
              .setNull(LANE.LEASE_OWNER)
              .where(LANE.ID.eq(lease.laneId()))
              .execute();
          Leases.refresh(tx, lease.laneId());
        });
  }

  private void inTransaction(LaneLease lease, DueWork due, Consumer<DSLContext> work) {
    sql.transaction(
        transaction -> {
          begin(transaction.dsl(), lease, due);
          work.accept(transaction.dsl());
        });
  }

  private void begin(DSLContext tx, LaneLease lease, DueWork due) {
    Connection connection = due.connection();
    MemberLocks.lock(tx, List.of(new MemberKey(connection.workspaceId(), connection.userId())));
    Leases.prolong(tx, lease, settings.lease());
    WorkFence.require(tx, due);
  }

  private static Optional<DueListing> listing(DSLContext tx, LaneLease lease) {
    return tx.select(
            CONNECTION.CONFIG, CONNECTION.LAST_SUCCESS_AT, SECRET.SEALED, CLOCK, LANE.FAIL_STREAK)
        .from(CONNECTION)
        .leftJoin(SECRET)
        .on(SECRET.CONNECTION_ID.eq(CONNECTION.ID))
        .join(LANE)
        .on(LANE.ID.eq(CONNECTION.LANE_ID))
        .where(CONNECTION.LANE_ID.eq(lease.laneId()))
        .and(CONNECTION.DELETED_AT.isNull())
        .and(Leases.isReady(CONNECTION))
        .and(CONNECTION.CALENDARS_DUE_AT.le(CLOCK))
        .orderBy(CONNECTION.CALENDARS_DUE_AT)
        .limit(1)
        .fetchOptional(
            row ->
                new DueListing(
                    ConnectionRows.connection(row.get(CONNECTION.CONFIG)),
                    ConnectionRows.secretOrNull(row.get(SECRET.SEALED)),
                    row.get(CLOCK),
                    row.get(LANE.FAIL_STREAK),
                    row.get(CONNECTION.LAST_SUCCESS_AT)));
  }

  private Optional<DueRound> round(DSLContext tx, LaneLease lease) {
    return tx.select(CALENDAR_.fields())
        .select(
            CONNECTION.CONFIG,
            CONNECTION.REQUESTED_ROUND_ID,
            CONNECTION.LAST_SUCCESS_AT,
            SECRET.SEALED,
            CLOCK,
            LANE.FAIL_STREAK)
        .from(CALENDAR_)
        .join(CONNECTION)
        .on(CONNECTION.ID.eq(CALENDAR_.CONNECTION_ID))
        .leftJoin(SECRET)
        .on(SECRET.CONNECTION_ID.eq(CONNECTION.ID))
        .join(LANE)
        .on(LANE.ID.eq(CONNECTION.LANE_ID))
        .where(CONNECTION.LANE_ID.eq(lease.laneId()))
        .and(CONNECTION.DELETED_AT.isNull())
        .and(Leases.isReady(CONNECTION))
        .and(CALENDAR_.SELECTED)
        .and(CALENDAR_.DUE_AT.le(CLOCK))
        .orderBy(CALENDAR_.DUE_AT, CALENDAR_.ID)
        .limit(1)
        .fetchOptional(row -> round(tx, row));
  }

  private DueRound round(DSLContext tx, Record row) {
    Connection connection = ConnectionRows.connection(row.get(CONNECTION.CONFIG));
    ZoneId zone =
        ConnectionRows.zone(tx, new MemberKey(connection.workspaceId(), connection.userId()));
    String requested = row.get(CONNECTION.REQUESTED_ROUND_ID);
    String calendar = row.get(CALENDAR_.ID);
    Instant now = row.get(CLOCK);
    String cursor = row.get(CALENDAR_.CURSOR);
    String reason = row.get(CALENDAR_.DUE_REASON);
    Long seconds = row.get(CALENDAR_.POLL_SECONDS);
    return new DueRound(
        requested == null ? "rnd_" + Ulid.seeded(now, calendar) : requested,
        requested != null,
        reason == null ? "poll" : reason,
        connection,
        ConnectionRows.secretOrNull(row.get(SECRET.SEALED)),
        new CalendarId(calendar),
        new CalendarRef(row.get(CALENDAR_.PROVIDER_REF)),
        row.get(CALENDAR_.DUE_COUNT),
        new CalendarOwner(zone, Set.of()),
        cursor == null ? null : new EventCursor(cursor),
        row.get(CALENDAR_.QUERY_VERSION),
        window(row, zone),
        seconds == null ? null : Duration.ofSeconds(seconds),
        begun(tx, calendar),
        isAlone(tx, connection, calendar),
        settings.pushing().contains(connection.provider()) && ChannelRows.isWatched(tx, calendar),
        row.get(CALENDAR_.PUSHED_AT),
        now,
        row.get(LANE.FAIL_STREAK),
        row.get(CONNECTION.LAST_SUCCESS_AT));
  }

  /// Increments the calendar's generation for a new round.
  private static long begun(DSLContext tx, String calendar) {
    return tx.update(CALENDAR_)
        .set(CALENDAR_.GENERATION, CALENDAR_.GENERATION.plus(1))
        .where(CALENDAR_.ID.eq(calendar))
        .returning(CALENDAR_.GENERATION)
        .fetchSingle(CALENDAR_.GENERATION);
  }

  private static boolean isAlone(DSLContext tx, Connection connection, String calendar) {
    return !tx.fetchExists(
        CALENDAR_,
        CALENDAR_
            .CONNECTION_ID
            .eq(connection.id().value())
            .and(CALENDAR_.ID.ne(calendar))
            .and(CALENDAR_.SELECTED)
            .and(CALENDAR_.ERROR.isNull()));
  }

  private static @Nullable Window window(Record row, ZoneId member) {
    LocalDate from = row.get(CALENDAR_.WINDOW_FROM);
    LocalDate to = row.get(CALENDAR_.WINDOW_TO);
    String zone = row.get(CALENDAR_.WINDOW_ZONE);
    return from == null || to == null
        ? null
        : new Window(from, to, zone == null ? member : ZoneId.of(zone));
  }

  private static boolean belongsToAnother(
      DSLContext tx, Connection connection, List<ListedCalendar> calendars) {
    return tx.fetchExists(
        CALENDAR_,
        CalendarColumns.isAny(
                CALENDAR_.ID, calendars.stream().map(listed -> listed.id().value()).toList())
            .and(CALENDAR_.CONNECTION_ID.ne(connection.id().value())));
  }
}
