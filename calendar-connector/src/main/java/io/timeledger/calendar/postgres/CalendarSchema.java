package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.CLOCK;
import static io.timeledger.schemas.jooq.calendar.Tables.HANDLED_COMMAND;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/// The database schema of this service and its retention.
public final class CalendarSchema {
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
    keepRounds();
  }

  /// Deletes rounds after 30 days and handled commands after 7.
  public void dropOld() {
    keepRounds();
    sql.deleteFrom(HANDLED_COMMAND).where(HANDLED_COMMAND.HANDLED_AT.lt(ago(COMMANDS))).execute();
  }

  private void keepRounds() {
    Instant now = sql.select(CLOCK).fetchSingle(CLOCK);
    new RoundPartitions(sql).keep(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private static Field<Instant> ago(Duration time) {
    return CLOCK.sub(DSL.val(DayToSecond.valueOf(time)));
  }
}
