package io.timeledger.webhooks.postgres;

import io.timeledger.runtime.Trace;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.schemas.webhook.ReplayFilter;
import io.timeledger.webhooks.fanout.DeliveryIds;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;

/// Goes on with replays, a little each time it is called: as much as the rate of each allows
/// since the last time. Progress is written with what it made, so a restart repeats nothing and
/// forgets nothing.
public final class Replays {
  private static final RecordCodec<ReplayFilter> FILTERS = new RecordCodec<>(ReplayFilter.class);
  private static final Set<DeliveryState> UNDELIVERED =
      Set.of(DeliveryState.HELD, DeliveryState.FAILED_PERMANENT, DeliveryState.EXHAUSTED);
  private static final int MOST_AT_ONCE = 200;

  private final DSLContext sql;

  public Replays(DSLContext sql) {
    this.sql = sql;
  }

  /// @return whether there is something new to be delivered
  public boolean goOn() {
    List<String> running =
        sql.fetch("select id from webhooks.replay_job where state = 'running' order by id")
            .map(row -> row.get(0, String.class));
    boolean any = false;
    for (String job : running) {
      any |= sql.transactionResult(tx -> goOn(tx.dsl(), job));
    }
    return any;
  }

  private static boolean goOn(DSLContext tx, String id) {
    Record job =
        tx.fetchOne(
            """
            select j.*, j.filter::text as filter_text, e.deleted_at is not null as gone,
              floor(extract(epoch from clock_timestamp() - j.updated_at) * j.rate_per_second)::int
                as allowed
            from webhooks.replay_job j
            join webhooks.endpoint e on e.id = j.endpoint_id
            where j.id = {0} and j.state = 'running'
            for update of j skip locked
            """,
            DSL.val(id));
    if (job == null) {
      return false;
    }
    if (job.get("gone", Boolean.class)) {
      end(tx, id, "cancelled");
      return false;
    }
    int most = Math.min(MOST_AT_ONCE, job.get("allowed", Integer.class));
    return most > 0 && goOn(tx, job, most);
  }

  private static boolean goOn(DSLContext tx, Record job, int most) {
    String id = job.get("id", String.class);
    Result<Record> found = next(tx, job, most);
    List<NewDelivery> deliveries =
        found.stream()
            .filter(row -> row.get("has_body", Boolean.class))
            .map(row -> delivery(job, row))
            .toList();
    int made = DeliveryInserts.deliveries(tx, deliveries);
    if (!found.isEmpty()) {
      Record last = found.getLast();
      tx.execute(
          """
          update webhooks.replay_job
          set cursor_at = {1}, cursor_id = {2}, replayed = replayed + {3},
            skipped = skipped + {4}, updated_at = clock_timestamp()
          where id = {0}
          """,
          DSL.val(id),
          DSL.val(last.get("created_at", Instant.class)),
          DSL.val(last.get("id", String.class)),
          DSL.val(made),
          DSL.val(found.size() - made));
    }
    if (found.size() < most) {
      end(tx, id, "done");
    }
    if (made > 0) {
      Set<String> lane = Set.of(job.get("endpoint_id", String.class));
      Lanes.lock(tx, lane);
      Lanes.refresh(tx, lane);
    }
    return made > 0;
  }

  private static Result<Record> next(DSLContext tx, Record job, int most) {
    ReplayFilter filter =
        FILTERS.read(job.get("filter_text", String.class).getBytes(StandardCharsets.UTF_8));
    Set<DeliveryState> states = filter.states().isEmpty() ? UNDELIVERED : filter.states();
    Condition which =
        DSL.condition("d.endpoint_id = {0}", DSL.val(job.get("endpoint_id", String.class)))
            .and("d.trigger <> 'test'")
            .and("d.created_at < {0}", DSL.val(job.get("created_at", Instant.class)))
            .and(
                "d.state = any({0})",
                DSL.val(
                    states.stream()
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new)));
    if (!filter.events().isEmpty()) {
      which = which.and("d.event_type = any({0})", DSL.val(filter.events().toArray(String[]::new)));
    }
    if (!filter.deliveryIds().isEmpty()) {
      which =
          which.and(
              "d.id = any({0})",
              DSL.val(filter.deliveryIds().stream().map(it -> it.value()).toArray(String[]::new)));
    }
    if (filter.from() != null) {
      which = which.and("d.created_at >= {0}", DSL.val(filter.from()));
    }
    if (filter.to() != null) {
      which = which.and("d.created_at < {0}", DSL.val(filter.to()));
    }
    if (job.get("cursor_id", String.class) != null) {
      which =
          which.and(
              "(d.created_at, d.id) > ({0}, {1})",
              DSL.val(job.get("cursor_at", Instant.class)),
              DSL.val(job.get("cursor_id", String.class)));
    }
    return tx.fetch(
        """
        select d.day, d.id, d.workspace_id, d.event_id, d.event_type, d.occurred_at, d.variant,
          d.created_at,
          b.event_id is not null as has_body,
          (select max(x.replay_no) + 1 from webhooks.delivery x
            where x.day = d.day and x.event_id = d.event_id
              and x.endpoint_id = d.endpoint_id) as replay_no
        from webhooks.delivery d
        left join webhooks.body b
          on b.day = d.day and b.event_id = d.event_id and b.variant = d.variant
        where {0}
        order by d.created_at, d.id
        limit {1}
        """,
        which, DSL.val(most));
  }

  private static NewDelivery delivery(Record job, Record row) {
    String endpoint = job.get("endpoint_id", String.class);
    String jobId = job.get("id", String.class);
    return new NewDelivery(
        DeliveryIds.of(
            job.get("created_at", Instant.class), jobId + "/" + row.get("id", String.class)),
        row.get("day", LocalDate.class),
        new WorkspaceId(row.get("workspace_id", String.class)),
        new WebhookId(endpoint),
        endpoint,
        row.get("event_id", String.class),
        row.get("event_type", String.class),
        row.get("occurred_at", Instant.class),
        row.get("variant", String.class),
        DeliveryTrigger.REPLAY,
        row.get("replay_no", Integer.class),
        jobId,
        null,
        Trace.begin().traceparent(),
        false);
  }

  private static void end(DSLContext tx, String id, String state) {
    tx.execute(
        """
        update webhooks.replay_job
        set state = {1}, finished_at = clock_timestamp(), updated_at = clock_timestamp()
        where id = {0}
        """,
        DSL.val(id), DSL.val(state));
  }
}
