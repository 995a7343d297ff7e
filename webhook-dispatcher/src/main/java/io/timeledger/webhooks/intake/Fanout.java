package io.timeledger.webhooks.intake;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.event.WebhookEvents;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.body.Bodies;
import io.timeledger.webhooks.body.Bytes;
import io.timeledger.webhooks.body.Variant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Works out what a batch of events comes to, one event after the other in the order of the log:
/// an event after a subscription goes to it, one before does not. Events that were seen before
/// come to nothing. Collects; the result is written in one transaction.
public final class Fanout {
  private final Map<WorkspaceId, Map<WebhookId, Webhook>> webhooks = new HashMap<>();
  private final Map<WorkspaceId, Long> seen;
  private final Instant notBefore;
  private final Map<WebhookId, Webhook> changed = new LinkedHashMap<>();
  private final List<LoggedEvent> events = new ArrayList<>();
  private final List<NewBody> bodies = new ArrayList<>();
  private final List<NewDelivery> deliveries = new ArrayList<>();

  /// @param known the webhooks of the workspaces of the batch, those not deleted
  /// @param seen the last event of each workspace that was seen
  /// @param notBefore older events are no news to anybody, as when all is read anew after a loss
  public Fanout(Collection<Webhook> known, Map<WorkspaceId, Long> seen, Instant notBefore) {
    known.forEach(this::remember);
    this.seen = new HashMap<>(seen);
    this.notBefore = notBefore;
  }

  public void add(LoggedEvent logged) {
    Event event = logged.event();
    if (event.sequence() <= seen.getOrDefault(event.workspaceId(), 0L)) {
      return;
    }
    seen.put(event.workspaceId(), event.sequence());
    if (event.data() instanceof Webhook webhook) {
      change(webhook, event.type());
    } else if (!event.timestamp().isBefore(notBefore)) {
      deliver(logged);
    }
  }

  /// Webhooks as of the last event about each in the batch.
  public Collection<Webhook> changedWebhooks() {
    return List.copyOf(changed.values());
  }

  /// Those events that go to somebody.
  public List<LoggedEvent> events() {
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
        .computeIfAbsent(webhook.workspaceId(), it -> new LinkedHashMap<>())
        .put(webhook.id(), webhook);
  }

  private void deliver(LoggedEvent logged) {
    Event event = logged.event();
    Set<String> rendered = new HashSet<>();
    for (Webhook webhook : webhooks.getOrDefault(event.workspaceId(), Map.of()).values()) {
      if (WebhookEvents.wants(webhook, event.type(), event.data())) {
        Variant variant = Variant.of(webhook);
        if (rendered.isEmpty()) {
          events.add(logged);
        }
        if (rendered.add(variant.name())) {
          bodies.add(
              new NewBody(
                  logged.day(),
                  event.id(),
                  variant.name(),
                  Bytes.of(Bodies.of(logged.json(), variant))));
        }
        deliveries.add(delivery(logged, webhook, variant));
      }
    }
  }

  private static NewDelivery delivery(LoggedEvent logged, Webhook webhook, Variant variant) {
    Event event = logged.event();
    return new NewDelivery(
        DeliveryIds.of(event.timestamp(), event.id() + "/" + webhook.id() + "/0"),
        logged.day(),
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
        logged.place().traceparent(),
        !webhook.enabled());
  }
}
