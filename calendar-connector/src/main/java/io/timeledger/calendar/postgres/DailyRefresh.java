package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.calendar.postgres.CalendarColumns.wireName;
import static io.timeledger.schemas.jooq.calendar.Tables.CALENDAR_;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;

import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/// Makes every calendar of a working connection due that no round has read for a day, whatever its
/// due time says.
public final class DailyRefresh {
  private static final Duration DAY = Duration.ofDays(1);

  private final DSLContext sql;

  public DailyRefresh(DSLContext sql) {
    this.sql = sql;
  }

  /// @return number of calendars made due
  public int makeDue() {
    List<String> lanes =
        sql.selectDistinct(CONNECTION.LANE_ID)
            .from(CONNECTION)
            .join(CALENDAR_)
            .on(CALENDAR_.CONNECTION_ID.eq(CONNECTION.ID))
            .where(isWorking().and(isForgotten()))
            .orderBy(CONNECTION.LANE_ID)
            .fetch(CONNECTION.LANE_ID);
    return lanes.stream().mapToInt(this::makeDue).sum();
  }

  private int makeDue(String lane) {
    return sql.transactionResult(
        transaction -> {
          DSLContext tx = transaction.dsl();
          Leases.lock(tx, Set.of(lane));
          int due =
              tx.update(CALENDAR_)
                  .set(CALENDAR_.DUE_AT, CLOCK)
                  .set(CALENDAR_.DUE_REASON, "daily")
                  .set(CALENDAR_.DUE_COUNT, CALENDAR_.DUE_COUNT.plus(1))
                  .where(isForgotten())
                  .and(
                      CALENDAR_.CONNECTION_ID.in(
                          DSL.select(CONNECTION.ID)
                              .from(CONNECTION)
                              .where(isWorking().and(CONNECTION.LANE_ID.eq(lane)))))
                  .execute();
          Leases.refresh(tx, lane);
          return due;
        });
  }

  private static Condition isWorking() {
    return CONNECTION
        .DELETED_AT
        .isNull()
        .and(CONNECTION.HEALTH.eq(wireName(ConnectionStatus.ACTIVE)));
  }

  private static Condition isForgotten() {
    return CALENDAR_
        .SELECTED
        .isTrue()
        .and(CALENDAR_.LAST_SUCCESS_AT.lt(CLOCK.sub(DSL.val(DayToSecond.valueOf(DAY)))))
        .and(CALENDAR_.DUE_AT.isNull().or(CALENDAR_.DUE_AT.gt(CLOCK)));
  }
}
