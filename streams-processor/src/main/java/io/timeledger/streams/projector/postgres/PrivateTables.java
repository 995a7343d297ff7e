package io.timeledger.streams.projector.postgres;

import static io.timeledger.schemas.jooq.projector.Tables.COMMAND_OUTCOME;
import static io.timeledger.schemas.jooq.projector.Tables.MEMBER_PROFILE;
import static io.timeledger.schemas.jooq.projector.Tables.REQUEST_INFO;
import static io.timeledger.schemas.jooq.projector.Tables.TOKEN_USAGE;
import static io.timeledger.schemas.jooq.read.Tables.AUDIT;

import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.streams.projector.PrivateBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// Tables of the private topics, outside of the projections; exactly once by stored positions, like
/// them.
public final class PrivateTables {
  static final Duration OUTCOMES_KEPT = Duration.ofDays(3);
  static final Duration REQUEST_INFO_KEPT = Duration.ofDays(400);

  private final DSLContext sql;

  public PrivateTables(DataSource database) {
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  public long position(String topic, int partition) {
    return TopicPositions.STORE.position(sql, topic, partition);
  }

  /// @return false if a position is not the batch's start: then nothing was applied
  public boolean apply(List<OffsetRange> ranges, PrivateBatch batch) {
    return TopicPositions.STORE.inTransaction(
        sql,
        ranges,
        tx -> {
          JsonInsert.upsert(tx, MEMBER_PROFILE, batch.profiles());
          JsonInsert.delete(tx, MEMBER_PROFILE, batch.erasedProfiles());
          JsonInsert.upsert(tx, REQUEST_INFO, batch.origins());
          JsonInsert.upsert(tx, TOKEN_USAGE, batch.uses());
          JsonInsert.upsert(tx, COMMAND_OUTCOME, batch.outcomes());
        });
  }

  /// Deletes expired rows, and the request origins of erased members, which the views have hidden
  /// since the erasure.
  public void prune(Instant now) {
    sql.deleteFrom(COMMAND_OUTCOME)
        .where(COMMAND_OUTCOME.DECIDED_AT.lt(now.minus(OUTCOMES_KEPT)))
        .execute();
    sql.deleteFrom(REQUEST_INFO)
        .where(REQUEST_INFO.RECORDED_AT.lt(now.minus(REQUEST_INFO_KEPT)))
        .execute();
    sql.deleteFrom(REQUEST_INFO)
        .using(AUDIT)
        .where(
            AUDIT.WORKSPACE_ID.eq(REQUEST_INFO.WORKSPACE_ID),
            AUDIT.SEQUENCE.eq(REQUEST_INFO.FIRST_SEQUENCE),
            AUDIT.IP_ADDRESS.isNull(),
            AUDIT.USER_AGENT.isNull())
        .execute();
  }
}
