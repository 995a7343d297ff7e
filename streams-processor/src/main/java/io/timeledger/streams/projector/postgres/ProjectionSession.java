package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projector.Tables.LIVE_PROJECTION;
import static org.jooq.impl.DSL.field;

import io.timeledger.schemas.jooq.projection.Projection;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/// Transactions on one projection, with asynchronous commit: a crash of PostgreSQL loses data and
/// position together, and the log still has the data.
final class ProjectionSession {
  private static final Field<String> NOT_WAITING_FOR_DISK =
      field("set_config('synchronous_commit', 'off', true)", String.class);

  private final DSLContext database;
  private final Optional<Integer> number;

  private ProjectionSession(DataSource database, Optional<Integer> number) {
    this.database = DSL.using(database, SQLDialect.POSTGRES);
    this.number = number;
  }

  static ProjectionSession live(DataSource database) {
    return new ProjectionSession(database, Optional.empty());
  }

  static ProjectionSession of(DataSource database, int number) {
    return new ProjectionSession(database, Optional.of(number));
  }

  <T> T inTransaction(Function<DSLContext, T> work) {
    return database.transactionResult(
        transaction -> {
          DSLContext sql = transaction.dsl();
          return work.apply(
              on(
                  number.map(pinnedNumber -> pinned(sql, pinnedNumber)).orElseGet(() -> live(sql)),
                  sql));
        });
  }

  private static int pinned(DSLContext sql, int number) {
    sql.select(NOT_WAITING_FOR_DISK).fetch();
    return number;
  }

  /// Reading the row locks its table against a switch until the end of the transaction.
  private static int live(DSLContext sql) {
    return sql.select(LIVE_PROJECTION.NUMBER, NOT_WAITING_FOR_DISK)
        .from(LIVE_PROJECTION)
        .fetchOptional(LIVE_PROJECTION.NUMBER)
        .orElseThrow(() -> new IllegalStateException("no projection is live"));
  }

  private static DSLContext on(int number, DSLContext sql) {
    MappedSchema mapping =
        new MappedSchema()
            .withInput(Projection.PROJECTION.getName())
            .withOutput("projection_" + number);
    return DSL.using(
        sql.configuration()
            .derive(new Settings().withRenderMapping(new RenderMapping().withSchemata(mapping))));
  }
}
