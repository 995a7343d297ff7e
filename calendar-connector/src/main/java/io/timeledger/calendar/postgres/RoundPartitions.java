package io.timeledger.calendar.postgres;

import io.timeledger.schemas.id.Ulid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The partitions of the table of rounds, one per UTC day. An id of a round begins with its time,
/// so a range of ids is a day, and the id alone is the key.
final class RoundPartitions {
  private static final Logger log = LoggerFactory.getLogger(RoundPartitions.class);
  private static final int KEPT_DAYS = 30;
  private static final int DAYS_AHEAD = 3;
  private static final int TIME_DIGITS = 10;

  private final DSLContext sql;

  RoundPartitions(DSLContext sql) {
    this.sql = sql;
  }

  /// Creates the partitions of today and the next days, and drops those older than 30 days.
  void keep(LocalDate today) {
    today.datesUntil(today.plusDays(DAYS_AHEAD + 1L)).forEach(this::create);
    LocalDate first = today.minusDays(KEPT_DAYS);
    old(first).forEach(this::drop);
    // Rounds of days without a partition are in the default one.
    sql.execute("delete from calendar.round_default where id < {0}", DSL.val(firstId(first)));
  }

  private void create(LocalDate day) {
    String partition = name(day);
    if (sql.fetchSingle("select to_regclass({0})", DSL.val("calendar." + partition)).get(0)
        != null) {
      return;
    }
    try {
      locked(
          "create table if not exists calendar.%s partition of calendar.round for values from ('%s') to ('%s')"
              .formatted(partition, firstId(day), firstId(day.plusDays(1))));
    } catch (DataAccessException e) {
      // Fails if the default partition has rounds of that day. They stay there.
      log.warn(
          "event=partition_create_failed partition={} reason=\"{}\"", partition, e.getMessage());
    }
  }

  private List<String> old(LocalDate first) {
    return sql.fetch(
            """
            select c.relname from pg_class c
            join pg_inherits i on i.inhrelid = c.oid
            where i.inhparent = to_regclass('calendar.round')
              and c.relname like 'round\\_p%' and c.relname < {0}
            """,
            DSL.val(name(first)))
        .getValues(0, String.class);
  }

  private void drop(String partition) {
    try {
      locked("drop table if exists calendar." + partition);
      log.info("event=partition_dropped partition={}", partition);
    } catch (DataAccessException e) {
      log.warn("event=partition_drop_failed partition={}", partition, e);
    }
  }

  // The parent's lock waits for running rounds; others must not wait behind it for long.
  private void locked(String statement) {
    sql.transaction(
        transaction -> {
          transaction.dsl().execute("set local lock_timeout = '3s'");
          transaction.dsl().execute(statement);
        });
  }

  private static String name(LocalDate day) {
    return "round_p" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  private static String firstId(LocalDate day) {
    String ulid = Ulid.of(day.atStartOfDay(ZoneOffset.UTC).toInstant(), new byte[TIME_DIGITS]);
    return "rnd_" + ulid.substring(0, TIME_DIGITS);
  }
}
