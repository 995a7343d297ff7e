package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.reply.ErrorCode.READ_MODEL_UNAVAILABLE;

import io.timeledger.ingest.web.error.ApiException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs reads. If the database fails, or has no read models yet, the result is always
/// `read_model_unavailable`.
final class Database {
  private static final Logger log = LoggerFactory.getLogger(Database.class);
  private static final int FETCH_SIZE = 500;
  private final DSLContext sql;

  Database(DataSource dataSource) {
    sql = DSL.using(dataSource, SQLDialect.POSTGRES, new Settings().withRenderFormatted(false));
  }

  <T> T read(Function<DSLContext, T> query) {
    try {
      return query.apply(sql);
    } catch (DataAccessException e) {
      log.warn(
          "event=read_failed sql_state={} reason=\"{}\"",
          e.sqlState(),
          String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      throw ApiException.of(READ_MODEL_UNAVAILABLE, READ_MODEL_UNAVAILABLE.meaning());
    }
  }

  /// Runs the whole query in one snapshot.
  <T> T readAtOnce(Function<DSLContext, T> query) {
    return read(
        dsl ->
            dsl.transactionResult(
                transaction -> {
                  DSLContext within = transaction.dsl();
                  within.execute("set transaction isolation level repeatable read, read only");
                  within.execute("set local statement_timeout = 0");
                  return query.apply(within);
                }));
  }

  /// Streams rows from one snapshot, holding only a few at a time.
  void forEach(Function<DSLContext, ResultQuery<?>> query, Consumer<Record> each) {
    readAtOnce(
        sql -> {
          try (Cursor<?> rows = query.apply(sql).fetchSize(FETCH_SIZE).fetchLazy()) {
            rows.forEach(each);
          }
          return true;
        });
  }
}
