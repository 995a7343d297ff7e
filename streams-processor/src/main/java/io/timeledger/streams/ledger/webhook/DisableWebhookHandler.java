package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand.DisableWebhook;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;

/// Disables a webhook because of its endpoint's behavior, unless it was changed since: the change
/// may have fixed it.
final class DisableWebhookHandler {
  private DisableWebhookHandler() {}

  static ReplyItem decide(DisableWebhook command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.ADMIN);
    Webhook webhook = EditableWebhook.of(command.id(), decision);
    if (!webhook.enabled() || webhook.version() != command.seenVersion()) {
      return ReplyItem.of(Status.UNCHANGED, webhook);
    }
    Webhook off =
        webhook.with(
            b -> b.enabled(false).disabledReason(command.reason()).disabledAt(decision.now()));
    return ReplyItem.of(Status.UPDATED, decision.change(EventType.WEBHOOK_UPSERTED, off, webhook));
  }
}
