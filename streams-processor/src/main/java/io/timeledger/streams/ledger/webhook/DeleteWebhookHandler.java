package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand.DeleteWebhook;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange.DropWebhookSecrets;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;

/// Deletes a webhook for good, with its secrets.
final class DeleteWebhookHandler {
  private DeleteWebhookHandler() {}

  static ReplyItem decide(DeleteWebhook command, Rights rights, DecisionBuilder decision) {
    rights.requireAudited(
        Permission.WEBHOOKS,
        EventType.WEBHOOK_DELETED_DENIED,
        EventType.WEBHOOK_DELETED,
        command.id().value());
    Webhook webhook = EditableWebhook.of(command.id(), decision);
    VersionCheck.require(webhook, command.ifVersion(), decision);
    Webhook deleted =
        decision.change(
            EventType.WEBHOOK_DELETED, webhook.with(b -> b.deletedAt(decision.now())), webhook);
    decision.change(new DropWebhookSecrets(webhook.id()));
    return ReplyItem.of(Status.DELETED, deleted);
  }
}
