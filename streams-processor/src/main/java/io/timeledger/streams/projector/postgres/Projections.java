package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projector.Tables.LIVE_PROJECTION;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.field;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Manages the live projection and the views over it. Concurrent schema changes wait for each
/// other.
public final class Projections {
  private static final Logger log = LoggerFactory.getLogger(Projections.class);

  /// `lock_not_available` and `deadlock_detected`: readers hold conflicting locks.
  private static final Set<String> CONTENDED = Set.of("55P03", "40P01");

  private final DataSource database;
  private final DSLContext sql;
  private final ProjectionSchemas schemas;
  private final ViewScript views = ViewScript.load();
  private final ReentrantLock changing = new ReentrantLock();

  public Projections(DataSource database) {
    this.database = database;
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.schemas = new ProjectionSchemas(database);
  }

  /// Migrates schemas and views to this version of the code. Recreates what was dropped by hand; a
  /// recreated projection is empty, and the events fill it.
  public void ensureLive() {
    change(
        () -> {
          schemas.migrateProjector();
          Optional<Integer> live = live();
          int number = live.or(schemas::newest).orElse(1);
          schemas.migrate(number);
          if (live.isEmpty() || !viewsAreCurrent()) {
            replaceViews(number, () -> {});
            log.info("event=projection_live number={}", number);
          }
          return number;
        });
  }

  /// Returns once Postgres has responded.
  ///
  /// @throws DataAccessException if it does not
  public void touch() {
    sql.selectOne().fetch();
  }

  /// Creates an empty projection beside the live one, with indexes for its keys only. Removes the
  /// remains of earlier attempts.
  ///
  /// @return its number
  public int createNext() {
    return change(
        () -> {
          schemas.migrateProjector();
          Optional<Integer> live = live();
          int next = 1 + Math.max(live.orElse(0), schemas.newest().orElse(0));
          live.ifPresent(schemas::dropAllBut);
          schemas.createUnindexed(next);
          return next;
        });
  }

  /// Creates the indexes of a projection that was created without.
  public void index(int number) {
    change(
        () -> {
          schemas.migrate(number);
          schemas.analyze(number);
          return number;
        });
  }

  /// Switches the views to another projection, in one transaction that blocks all writers of the
  /// live one.
  ///
  /// @param drain catches up with the live projection; runs inside, so briefly
  /// @return false when readers blocked it for too long: nothing was changed then
  public boolean tryMakeLive(int number, Runnable drain) {
    try {
      replaceViews(number, drain);
      return true;
    } catch (DataAccessException e) {
      if (CONTENDED.contains(e.sqlState())) {
        return false;
      }
      throw e;
    }
  }

  /// Drops every projection but one.
  public void dropAllBut(int number) {
    change(
        () -> {
          schemas.dropAllBut(number);
          return number;
        });
  }

  /// Serialized, in this process before in the database: waiting threads then hold no pool
  /// connection, of which a migration needs three.
  private int change(IntSupplier schemaChange) {
    changing.lock();
    try (AdvisoryLock _ = AdvisoryLock.acquire(database, AdvisoryLock.Purpose.SCHEMAS)) {
      return schemaChange.getAsInt();
    } finally {
      changing.unlock();
    }
  }

  private Optional<Integer> live() {
    return sql.select(LIVE_PROJECTION.NUMBER)
        .from(LIVE_PROJECTION)
        .fetchOptional(LIVE_PROJECTION.NUMBER);
  }

  private boolean viewsAreCurrent() {
    return sql.fetchExists(
        sql.selectFrom(LIVE_PROJECTION)
            .where(
                LIVE_PROJECTION.VIEWS_CHECKSUM.eq(views.checksum()),
                field("to_regclass('read.progress')").isNotNull(),
                field("to_regclass('reporting.audit')").isNotNull()));
  }

  private void replaceViews(int number, Runnable drain) {
    sql.transaction(
        transaction -> {
          DSLContext tx = transaction.dsl();
          // Fail fast behind a long query: the waiting lock would block all other queries.
          tx.execute("set local lock_timeout = '3s'");
          tx.execute("lock table {0} in access exclusive mode", LIVE_PROJECTION);
          drain.run();
          tx.connection(
              connection -> execute(connection, views.over(ProjectionSchemas.name(number))));
          tx.insertInto(LIVE_PROJECTION)
              .set(LIVE_PROJECTION.NUMBER, number)
              .set(LIVE_PROJECTION.VIEWS_CHECKSUM, views.checksum())
              .onConflict(LIVE_PROJECTION.SINGLETON)
              .doUpdate()
              .set(LIVE_PROJECTION.NUMBER, number)
              .set(LIVE_PROJECTION.VIEWS_CHECKSUM, views.checksum())
              .set(LIVE_PROJECTION.SWITCHED_AT, currentInstant())
              .execute();
        });
  }

  private static void execute(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
    }
  }
}
