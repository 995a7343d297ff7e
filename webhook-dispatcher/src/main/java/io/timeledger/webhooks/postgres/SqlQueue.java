package io.timeledger.webhooks.postgres;

import io.timeledger.webhooks.attempt.AttemptCompletion;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.control.CommandReplies;
import io.timeledger.webhooks.queue.Backlog;
import io.timeledger.webhooks.queue.ClaimResult;
import io.timeledger.webhooks.queue.DeliveryQueue;
import io.timeledger.webhooks.queue.QueueSettings;
import io.timeledger.webhooks.queue.Slots;
import io.timeledger.webhooks.subscription.EndpointDisabling;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/// The queue in PostgreSQL. Whoever changes deliveries locks their lanes first, in the order of
/// ids, so that nobody waits for somebody who waits; a claim takes only lanes that nobody holds.
public final class SqlQueue implements DeliveryQueue {
  private final DueDeliveryClaim claiming;
  private final DSLContext sql;
  private final QueueSettings settings;
  private final StaleAttemptSweep sweeping;

  public SqlQueue(DSLContext sql, QueueSettings settings, EndpointCache endpoints) {
    this.claiming = new DueDeliveryClaim(sql, settings, endpoints);
    this.sql = sql;
    this.settings = settings;
    this.sweeping = new StaleAttemptSweep(sql, settings);
  }

  @Override
  public ClaimResult claim(Slots slots) {
    return claiming.claim(slots);
  }

  @Override
  public void finish(List<AttemptResult> ended) {
    sql.transaction(tx -> completion(tx.dsl()).finish(ended));
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
    sweeping.endEarlierRuns();
  }

  @Override
  public List<AttemptResult> expired() {
    return sweeping.expired();
  }

  @Override
  public Backlog backlog(Set<String> without) {
    return sweeping.backlog(without);
  }

  @Override
  public void repairLanes() {
    sweeping.repairLanes();
  }
}
