package io.timeledger.webhooks.fanout;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventEnvelope;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.event.WebhookEvents;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.body.Bodies;
import io.timeledger.webhooks.body.BodyVariant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Works out what a batch of events comes to, one event after the other in the order of the log:
/// an event after a subscription goes to it, one before does not. Events that were seen before
/// come to nothing. Collects; the result is written in one transaction.
public final class Fanout {
  private final Map<WorkspaceId, Map<WebhookId, Webhook>> webhooks = new HashMap<>();
  private final Map<WorkspaceId, Long> seen;
  private final Instant notBefore;
  private final Map<WebhookId, Webhook> changed = new LinkedHashMap<>();
  private final List<IntakeEvent> events = new ArrayList<>();
  private final List<IntakeEvent> unknown = new ArrayList<>();
  private final List<NewBody> bodies = new ArrayList<>();
  private final List<NewDelivery> deliveries = new ArrayList<>();

  /// @param known the webhooks of the workspaces of the batch, those not deleted
  /// @param seen the last event of each workspace that was seen
  /// @param notBefore older events are not delivered, as when the log is read again after a loss
  public Fanout(Collection<Webhook> known, Map<WorkspaceId, Long> seen, Instant notBefore) {
    known.forEach(this::remember);
    this.seen = new HashMap<>(seen);
    this.notBefore = notBefore;
  }

  public void add(IntakeEvent taken) {
    EventEnvelope envelope = taken.envelope();
    if (envelope.sequence() <= seen.getOrDefault(envelope.workspaceId(), 0L)) {
      return;
    }
    seen.put(envelope.workspaceId(), envelope.sequence());
    taken
        .logged()
        .event()
        .ifPresentOrElse(event -> takeIn(event, taken, _ -> true), () -> unknown.add(taken));
  }

  /// Takes in an event that was unknown when it came. Subscriptions are as they are by now: it goes
  /// to those that were there when it happened, after what came since.
  public void addLate(IntakeEvent taken) {
    taken
        .logged()
        .event()
        .filter(event -> !(event.data() instanceof Webhook webhook) || isNewer(webhook))
        .ifPresent(
            event ->
                takeIn(event, taken, webhook -> !webhook.createdAt().isAfter(event.timestamp())));
  }

  /// Those that a newer release wrote: what to deliver of them, and to whom, only it knows.
  public List<IntakeEvent> unknown() {
    return List.copyOf(unknown);
  }

  /// Webhooks as of the last event about each in the batch.
  public Collection<Webhook> changedWebhooks() {
    return List.copyOf(changed.values());
  }

  /// The events that have at least one delivery.
  public List<IntakeEvent> events() {
    return List.copyOf(events);
  }

  public List<NewBody> bodies() {
    return List.copyOf(bodies);
  }

  public List<NewDelivery> deliveries() {
    return List.copyOf(deliveries);
  }

  /// The last event of each workspace that was seen now.
  public Map<WorkspaceId, Long> seen() {
    return Map.copyOf(seen);
  }

  private void takeIn(Event event, IntakeEvent taken, Predicate<Webhook> subscribed) {
    if (event.data() instanceof Webhook webhook) {
      change(webhook, event.type());
    } else if (!event.timestamp().isBefore(notBefore)) {
      deliver(event, taken, subscribed);
    }
  }

  private boolean isNewer(Webhook webhook) {
    Webhook known = webhooks.getOrDefault(webhook.workspaceId(), Map.of()).get(webhook.id());
    return known == null || known.sequence() < webhook.sequence();
  }

  private void change(Webhook webhook, EventType type) {
    changed.put(webhook.id(), webhook);
    if (type == EventType.WEBHOOK_DELETED || webhook.deletedAt() != null) {
      webhooks.getOrDefault(webhook.workspaceId(), new HashMap<>()).remove(webhook.id());
    } else {
      remember(webhook);
    }
  }

  private void remember(Webhook webhook) {
    webhooks
        .computeIfAbsent(webhook.workspaceId(), _ -> new LinkedHashMap<>())
        .put(webhook.id(), webhook);
  }

  private void deliver(Event event, IntakeEvent taken, Predicate<Webhook> subscribed) {
    Set<String> rendered = new HashSet<>();
    for (Webhook webhook : webhooks.getOrDefault(event.workspaceId(), Map.of()).values()) {
      if (subscribed.test(webhook) && WebhookEvents.wants(webhook, event.type(), event.data())) {
        BodyVariant variant = BodyVariant.of(webhook);
        if (rendered.isEmpty()) {
          events.add(taken);
        }
        if (rendered.add(variant.name())) {
          bodies.add(
              new NewBody(
                  taken.day(),
                  event.id(),
                  variant.name(),
                  ImmutableBytes.of(Bodies.of(taken.logged().json(), variant))));
        }
        deliveries.add(delivery(event, taken, webhook, variant));
      }
    }
  }

  private static NewDelivery delivery(
      Event event, IntakeEvent taken, Webhook webhook, BodyVariant variant) {
    return new NewDelivery(
        DeliveryIds.of(event.timestamp(), event.id() + "/" + webhook.id() + "/0"),
        taken.day(),
        event.workspaceId(),
        webhook.id(),
        webhook.id().value(),
        event.id(),
        event.type().wireName(),
        event.timestamp(),
        variant.name(),
        DeliveryTrigger.EVENT,
        0,
        null,
        null,
        taken.place().traceparent(),
        !webhook.enabled());
  }
}
