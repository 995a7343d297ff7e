package io.timeledger.webhooks.postgres;

import io.timeledger.webhooks.attempt.AttemptCompletion;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.control.CommandReplies;
import io.timeledger.webhooks.queue.Backlog;
import io.timeledger.webhooks.queue.ClaimResult;
import io.timeledger.webhooks.queue.DeliveryQueue;
import io.timeledger.webhooks.queue.DueDelivery;
import io.timeledger.webhooks.queue.DueDeliveryClaim;
import io.timeledger.webhooks.queue.QueueSettings;
import io.timeledger.webhooks.queue.Slots;
import io.timeledger.webhooks.subscription.EndpointDisabling;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// The queue in PostgreSQL. Every change of deliveries locks their lanes first, in the order of
/// ids, which prevents deadlock. A claim skips locked lanes.
public final class SqlQueue implements DeliveryQueue {
  private static final Duration SOON = Duration.ofSeconds(1);

  // Plain SQL: runs often, so it must be cheap.
  private static final String NEXT =
      """
      select extract(epoch from
        min(greatest(next_due_at, coalesce(hold_until, next_due_at))) - clock_timestamp())
      from webhooks.lane
      where next_due_at <= clock_timestamp() + {0} * interval '1 ms'
        and (hold_until is null or hold_until <= clock_timestamp() + {0} * interval '1 ms')
        and in_flight < cap_now
      """;

  private final DueDeliveryClaim claiming = new DueDeliveryClaim();
  private final DSLContext sql;
  private final QueueSettings settings;
  private final EndpointCache endpoints;
  private final StaleAttemptSweep sweep;

  public SqlQueue(DSLContext sql, QueueSettings settings, EndpointCache endpoints) {
    this.sql = sql;
    this.settings = settings;
    this.endpoints = endpoints;
    this.sweep = new StaleAttemptSweep(sql, settings);
  }

  @Override
  public ClaimResult claim(Slots slots) {
    List<DueDelivery> taken =
        claiming.claim(
            slots,
            work ->
                sql.transactionResult(
                    tx -> work.apply(new SqlDueDeliveries(tx.dsl(), settings, endpoints))));
    return new ClaimResult(taken, taken.isEmpty() ? nextIn() : Duration.ZERO);
  }

  private Duration nextIn() {
    Double seconds = sql.fetchSingle(NEXT, DSL.val(SOON.toMillis())).get(0, Double.class);
    return seconds == null ? SOON : Duration.ofNanos((long) (seconds * 1e9) + 1);
  }

  @Override
  public void finish(List<AttemptResult> results) {
    sql.transaction(tx -> completion(tx.dsl()).finish(results));
  }

  private AttemptCompletion completion(DSLContext tx) {
    return new AttemptCompletion(
        new SqlAttemptStore(tx),
        new EndpointDisabling(new SqlEndpointStore(tx)),
        new CommandReplies(new SqlHandledCommands(tx)),
        settings.watch(),
        settings.delayScale());
  }

  @Override
  public void endEarlierRuns() {
    sweep.endEarlierRuns();
  }

  @Override
  public List<AttemptResult> expired() {
    return sweep.expired();
  }

  @Override
  public Backlog backlog(Set<String> without) {
    return sweep.backlog(without);
  }

  @Override
  public void repairLanes() {
    sweep.repairLanes();
  }
}
