package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.HANDLED_COMMAND;

import io.timeledger.webhooks.retention.DayTables;
import io.timeledger.webhooks.retention.RetentionPolicy;
import io.timeledger.webhooks.retention.RetentionPolicy.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The schema of this service, and the days of its tables as partitions. What finds no day of its
/// own goes to the default partition, which is emptied by rows. Statements about partitions are
/// text, as these come and go and so are not among the generated classes.
public final class Schema implements DayTables {
  private static final Logger log = LoggerFactory.getLogger(Schema.class);
  private static final String LOCK = "select pg_advisory_xact_lock(7593421500673)";

  private final DataSource database;
  private final DSLContext sql;
  private final RetentionPolicy policy;

  /// @param contentDays how long bodies and attempts are kept
  /// @param logDays how long deliveries are kept
  public Schema(DataSource database, int contentDays, int logDays) {
    this.database = database;
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.policy = new RetentionPolicy(contentDays, logDays);
  }

  /// Brings the schema to this version of the code.
  public void migrate() {
    Flyway.configure()
        .dataSource(database)
        .defaultSchema("webhooks")
        .locations("classpath:db/webhooks")
        .load()
        .migrate();
  }

  @Override
  public void keepDays(Instant now) {
    for (Kept kept : policy.tables()) {
      policy.days(now).forEach(day -> make(kept.table(), day));
      drop(kept, kept.first(now));
    }
    sql.deleteFrom(HANDLED_COMMAND)
        .where(HANDLED_COMMAND.HANDLED_AT.lt(policy.commandsSince(now)))
        .execute();
  }

  private void make(String table, LocalDate day) {
    String partition = "webhooks." + table + "_p" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    if (sql.fetchSingle("select to_regclass({0})", DSL.val(partition)).get(0) != null) {
      return;
    }
    try {
      sql.transaction(
          tx -> {
            tx.dsl().execute("set local lock_timeout = '3s'");
            tx.dsl().fetch(LOCK);
            tx.dsl()
                .execute(
                    "create table if not exists %s partition of webhooks.%s for values from ('%s') to ('%s')"
                        .formatted(partition, table, day, day.plusDays(1)));
          });
    } catch (DataAccessException e) {
      // The default partition already has rows of that day; they stay there.
      log.warn(
          "event=partition_create_failed partition={} reason=\"{}\"", partition, e.getMessage());
    }
  }

  private void drop(Kept kept, LocalDate first) {
    String newest = kept.table() + "_p" + DateTimeFormatter.BASIC_ISO_DATE.format(first);
    List<String> old =
        sql
            .fetch(
                """
                select c.relname from pg_class c
                join pg_inherits i on i.inhrelid = c.oid
                where i.inhparent = to_regclass({0}) and c.relname < {1}
                  and c.relname like {2}
                """,
                DSL.val("webhooks." + kept.table()),
                DSL.val(newest),
                DSL.val(kept.table() + "\\_p%"))
            .stream()
            .map((Record row) -> row.get(0, String.class))
            .toList();
    for (String partition : old) {
      try {
        sql.transaction(
            tx -> {
              tx.dsl().execute("set local lock_timeout = '3s'");
              tx.dsl().fetch(LOCK);
              tx.dsl().execute("drop table if exists webhooks." + partition);
            });
        log.info("event=partition_dropped partition={}", partition);
      } catch (DataAccessException e) {
        log.warn("event=partition_drop_failed partition={}", partition, e);
      }
    }
    sql.execute(
        "delete from webhooks." + kept.table() + "_default where day < {0}", DSL.val(first));
  }
}
