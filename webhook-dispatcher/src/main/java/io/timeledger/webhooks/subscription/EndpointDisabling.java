package io.timeledger.webhooks.subscription;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.WebhookCommand.DisableWebhook;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.RequestInfo;
import io.timeledger.webhooks.subscription.EndpointStore.SwitchedOff;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Disables endpoints: locally at once, and on the log by a command to the ledger, whose event
/// informs all consumers. The caller holds the lock of the lanes.
public final class EndpointDisabling {
  private static final Logger log = LoggerFactory.getLogger(EndpointDisabling.class);
  private static final UserId SYSTEM = new UserId("system");

  private final EndpointStore store;

  public EndpointDisabling(EndpointStore store) {
    this.store = store;
  }

  public void disable(Webhook webhook, DisabledReason reason) {
    if (store.disable(webhook.id(), reason)) {
      log.warn(
          "event=webhook_disabled webhook={} workspace={} reason={}",
          webhook.id(),
          webhook.workspaceId(),
          wireName(reason));
      store.holdDeliveries(webhook.id().value());
      store.send(command(webhook, reason));
    }
  }

  /// Holds or cancels what came back to the queue of an endpoint that was switched off or deleted
  /// in the meantime.
  public void settle(Collection<String> lanes) {
    for (SwitchedOff lane : store.switchedOff(lanes)) {
      if (lane.deleted()) {
        store.cancelDeliveries(lane.webhookId());
      } else {
        store.holdDeliveries(lane.laneId());
      }
    }
  }

  // Requests for the same version have the same id, so the ledger disables the webhook once.
  private static CommandEnvelope command(Webhook webhook, DisabledReason reason) {
    return new CommandEnvelope(
        "disable:%s:%d:%s".formatted(webhook.id(), webhook.version(), wireName(reason)),
        webhook.workspaceId(),
        new Actor(SYSTEM, Set.of(), null, CommandOrigin.SYSTEM),
        "",
        RequestInfo.NONE,
        new DisableWebhook(webhook.id(), reason, webhook.version()));
  }

  private static String wireName(DisabledReason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
