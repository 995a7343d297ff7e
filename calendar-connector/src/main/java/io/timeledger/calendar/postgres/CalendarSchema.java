package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.HANDLED_COMMAND;
import static io.timeledger.schemas.jooq.calendar.Tables.ROUND;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/// The database schema of this service and its retention.
public final class CalendarSchema {
  private static final Duration ROUNDS = Duration.ofDays(30);
  private static final Duration COMMANDS = Duration.ofDays(7);

  private final DataSource database;
  private final DSLContext sql;

  private CalendarSchema(DataSource database, DSLContext sql) {
    this.database = database;
    this.sql = sql;
  }

  public static CalendarSchema in(DataSource database) {
    return new CalendarSchema(database, DSL.using(database, SQLDialect.POSTGRES));
  }

  public void migrate() {
    Flyway.configure()
        .dataSource(database)
        .defaultSchema("calendar")
        .locations("classpath:db/calendar")
        .load()
        .migrate();
  }

  /// Deletes rounds after 30 days and handled commands after 7.
  public void dropOld() {
    sql.deleteFrom(ROUND).where(ROUND.ENDED_AT.lt(ago(ROUNDS))).execute();
    sql.deleteFrom(HANDLED_COMMAND).where(HANDLED_COMMAND.HANDLED_AT.lt(ago(COMMANDS))).execute();
  }

  private static Field<Instant> ago(Duration time) {
    return CLOCK.sub(DSL.val(DayToSecond.valueOf(time)));
  }
}
