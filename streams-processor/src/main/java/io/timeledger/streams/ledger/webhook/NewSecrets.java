package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.SealedSecret;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange.KeepWebhookSecrets;
import java.util.List;

/// Records a webhook's secrets: public data in the event, the secrets on the private topic.
final class NewSecrets {
  private NewSecrets() {}

  static ReplyItem keep(Webhook webhook, List<SealedSecret> secrets, DecisionBuilder decision) {
    Webhook changed =
        decision.change(
            EventType.WEBHOOK_UPSERTED,
            webhook.with(b -> b.secrets(secrets.stream().map(SealedSecret::key).toList())),
            webhook);
    decision.change(
        new KeepWebhookSecrets(
            new WebhookSecrets(
                changed.id(),
                changed.workspaceId(),
                changed.version(),
                secrets,
                EditableWebhook.secretsOf(webhook, decision).headers())));
    return ReplyItem.of(Status.UPDATED, changed);
  }
}
