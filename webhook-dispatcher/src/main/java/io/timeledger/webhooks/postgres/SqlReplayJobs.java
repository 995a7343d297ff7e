package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.DELIVERY;
import static io.timeledger.schemas.jooq.webhooks.Tables.ENDPOINT;
import static io.timeledger.schemas.jooq.webhooks.Tables.REPLAY_JOB;
import static io.timeledger.webhooks.postgres.ColumnConverters.CLOCK;
import static io.timeledger.webhooks.postgres.ColumnConverters.isAny;
import static io.timeledger.webhooks.postgres.ColumnConverters.literal;
import static io.timeledger.webhooks.postgres.ColumnConverters.wireName;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.schemas.webhook.ReplayFilter;
import io.timeledger.webhooks.control.PastDelivery;
import io.timeledger.webhooks.control.ReplayJob;
import io.timeledger.webhooks.control.ReplayJob.Cursor;
import io.timeledger.webhooks.control.ReplayJobs;
import io.timeledger.webhooks.control.ReplayState;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Replays in PostgreSQL.
public final class SqlReplayJobs implements ReplayJobs {
  private static final RecordCodec<ReplayFilter> FILTERS = new RecordCodec<>(ReplayFilter.class);

  // Plain SQL: jOOQ has no function for the fractional seconds of an interval.
  private static final Field<Integer> ALLOWED =
      DSL.field(
          "floor(extract(epoch from clock_timestamp() - {0}) * {1})::int",
          SQLDataType.INTEGER, REPLAY_JOB.UPDATED_AT, REPLAY_JOB.RATE_PER_SECOND);

  private final DSLContext sql;

  public SqlReplayJobs(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<ReplayId> running() {
    return sql.select(REPLAY_JOB.ID)
        .from(REPLAY_JOB)
        .where(isRunning())
        .orderBy(REPLAY_JOB.ID)
        .fetch(row -> new ReplayId(row.get(REPLAY_JOB.ID)));
  }

  @Override
  public boolean goOn(ReplayId id, BiPredicate<ReplayJob, Progress> step) {
    return sql.transactionResult(
        tx ->
            tx.dsl()
                .select(REPLAY_JOB.fields())
                .select(ENDPOINT.DELETED_AT, ALLOWED)
                .from(REPLAY_JOB)
                .join(ENDPOINT)
                .on(ENDPOINT.ID.eq(REPLAY_JOB.ENDPOINT_ID))
                .where(REPLAY_JOB.ID.eq(id.value()))
                .and(isRunning())
                .forUpdate()
                .of(REPLAY_JOB)
                .skipLocked()
                .fetchOptional(SqlReplayJobs::job)
                .filter(job -> step.test(job, new SqlProgress(tx.dsl())))
                .isPresent());
  }

  static void end(DSLContext tx, ReplayId id, ReplayState state) {
    tx.update(REPLAY_JOB)
        .set(REPLAY_JOB.STATE, wireName(state))
        .set(REPLAY_JOB.FINISHED_AT, CLOCK)
        .set(REPLAY_JOB.UPDATED_AT, CLOCK)
        .where(REPLAY_JOB.ID.eq(id.value()))
        .execute();
  }

  private static Condition isRunning() {
    return REPLAY_JOB.STATE.eq(literal(ReplayState.RUNNING));
  }

  private static ReplayJob job(Record row) {
    String cursor = row.get(REPLAY_JOB.CURSOR_ID);
    return new ReplayJob(
        new ReplayId(row.get(REPLAY_JOB.ID)),
        new WebhookId(row.get(REPLAY_JOB.ENDPOINT_ID)),
        FILTERS.read(row.get(REPLAY_JOB.FILTER).data().getBytes(UTF_8)),
        row.get(REPLAY_JOB.CREATED_AT),
        row.get(ALLOWED),
        row.get(ENDPOINT.DELETED_AT) != null,
        cursor == null ? null : new Cursor(row.get(REPLAY_JOB.CURSOR_AT), cursor));
  }

  private record SqlProgress(DSLContext tx) implements Progress {

    @Override
    public List<PastDelivery> next(ReplayJob job, Set<DeliveryState> states, int most) {
      return PastDeliveries.find(tx, isNext(job, states), most);
    }

    @Override
    public int make(List<NewDelivery> deliveries) {
      return DeliveryInserts.deliveries(tx, deliveries);
    }

    @Override
    public void advance(ReplayJob job, PastDelivery last, int made, int skipped) {
      tx.update(REPLAY_JOB)
          .set(REPLAY_JOB.CURSOR_AT, last.createdAt())
          .set(REPLAY_JOB.CURSOR_ID, last.id().value())
          .set(REPLAY_JOB.REPLAYED, REPLAY_JOB.REPLAYED.plus(made))
          .set(REPLAY_JOB.SKIPPED, REPLAY_JOB.SKIPPED.plus(skipped))
          .set(REPLAY_JOB.UPDATED_AT, CLOCK)
          .where(REPLAY_JOB.ID.eq(job.id().value()))
          .execute();
    }

    @Override
    public void end(ReplayId id, ReplayState state) {
      SqlReplayJobs.end(tx, id, state);
    }

    @Override
    public void refreshLane(ReplayJob job) {
      Set<String> lane = Set.of(job.webhookId().value());
      Lanes.lock(tx, lane);
      Lanes.refresh(tx, lane);
    }

    private static Condition isNext(ReplayJob job, Set<DeliveryState> states) {
      ReplayFilter filter = job.filter();
      Condition which =
          DELIVERY
              .ENDPOINT_ID
              .eq(job.webhookId().value())
              .and(DELIVERY.TRIGGER.ne(literal(DeliveryTrigger.TEST)))
              .and(DELIVERY.CREATED_AT.lt(job.createdAt()))
              .and(isAny(DELIVERY.STATE, states, ColumnConverters::wireName));
      if (!filter.events().isEmpty()) {
        which = which.and(isAny(DELIVERY.EVENT_TYPE, filter.events()));
      }
      if (!filter.deliveryIds().isEmpty()) {
        which = which.and(isAny(DELIVERY.ID, filter.deliveryIds(), DeliveryId::value));
      }
      if (filter.from() != null) {
        which = which.and(DELIVERY.CREATED_AT.ge(filter.from()));
      }
      if (filter.to() != null) {
        which = which.and(DELIVERY.CREATED_AT.lt(filter.to()));
      }
      Cursor cursor = job.cursor();
      return cursor == null
          ? which
          : which.and(
              row(DELIVERY.CREATED_AT, DELIVERY.ID)
                  .gt(
                      row(
                          val(cursor.createdAt(), DELIVERY.CREATED_AT),
                          val(cursor.deliveryId(), DELIVERY.ID))));
    }
  }
}
