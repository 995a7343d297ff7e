package io.timeledger.webhooks.fanout;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.webhooks.fanout.IntakeBatch.DispatchRequest;
import io.timeledger.webhooks.subscription.EndpointChanges;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Applies what was read from the log, within one transaction.
public final class Intake {
  private final IntakeStore store;
  private final EndpointChanges endpoints;
  private final Function<DispatchRequest, Set<String>> commands;
  private final Instant notBefore;

  /// @param commands does what was asked for; returns the lanes that have something new
  /// @param notBefore older events are not delivered
  public Intake(
      IntakeStore store,
      EndpointChanges endpoints,
      Function<DispatchRequest, Set<String>> commands,
      Instant notBefore) {
    this.store = store;
    this.endpoints = endpoints;
    this.commands = commands;
    this.notBefore = notBefore;
  }

  public void apply(IntakeBatch batch) {
    Set<String> lanes = new TreeSet<>();
    if (!batch.events().isEmpty()) {
      Fanout fanout = fanout(batch.events());
      batch.events().forEach(fanout::add);
      lanes.addAll(write(fanout));
      store.hold(fanout.unknown());
      store.keepSeen(fanout.seen());
    }
    endpoints.changeSecrets(batch.secrets());
    batch.secrets().forEach(secret -> lanes.add(secret.webhookId().value()));
    batch.commands().forEach(command -> lanes.addAll(commands.apply(command)));
    store.keepAside(batch.poisons());
    store.refresh(lanes);
  }

  /// Delivers events that were unknown when they came and are known now.
  ///
  /// @return how many
  public int takeUp() {
    List<IntakeEvent> known = store.takeKnown();
    if (!known.isEmpty()) {
      Fanout fanout = fanout(known);
      known.forEach(fanout::addLate);
      store.refresh(write(fanout));
    }
    return known.size();
  }

  private Fanout fanout(List<IntakeEvent> events) {
    Set<WorkspaceId> workspaces = new HashSet<>();
    events.forEach(event -> workspaces.add(event.envelope().workspaceId()));
    return new Fanout(store.webhooks(workspaces), store.seen(workspaces), notBefore);
  }

  /// @return the lanes that have something new
  private Set<String> write(Fanout fanout) {
    Set<String> lanes = new TreeSet<>();
    store.add(fanout.events(), fanout.bodies(), fanout.deliveries());
    fanout.deliveries().forEach(delivery -> lanes.add(delivery.laneId()));
    endpoints.change(fanout.changedWebhooks());
    fanout.changedWebhooks().forEach(webhook -> lanes.add(webhook.id().value()));
    return lanes;
  }
}
