package io.timeledger.webhooks.postgres;

import io.timeledger.webhooks.engine.Backlog;
import io.timeledger.webhooks.engine.Claim;
import io.timeledger.webhooks.engine.DeliveryQueue;
import io.timeledger.webhooks.engine.Ended;
import io.timeledger.webhooks.engine.Slots;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/// The queue in PostgreSQL. Whoever changes deliveries locks their lanes first, in the order of
/// ids, so that nobody waits for somebody who waits; a claim takes only lanes that nobody holds.
public final class SqlQueue implements DeliveryQueue {
  private final Claiming claiming;
  private final Finishing finishing;
  private final Sweeping sweeping;

  public SqlQueue(DSLContext sql, QueueSettings settings, Endpoints endpoints) {
    this.claiming = new Claiming(sql, settings, endpoints);
    this.finishing = new Finishing(sql, settings);
    this.sweeping = new Sweeping(sql, settings);
  }

  @Override
  public Claim claim(Slots slots) {
    return claiming.claim(slots);
  }

  @Override
  public void finish(List<Ended> ended) {
    finishing.finish(ended);
  }

  @Override
  public void endEarlierRuns() {
    sweeping.endEarlierRuns();
  }

  @Override
  public List<Ended> expired() {
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
