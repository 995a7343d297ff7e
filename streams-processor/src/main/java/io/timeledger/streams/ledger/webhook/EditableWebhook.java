package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import org.jspecify.annotations.Nullable;

/// Loads a webhook that the caller may change.
final class EditableWebhook {
  private EditableWebhook() {}

  /// @throws Refusal `forbidden`, which is audited; `not_found` or `version_mismatch`
  static Webhook of(
      WebhookId id, @Nullable Integer ifVersion, Rights rights, DecisionBuilder decision) {
    requireRight(rights, id);
    Webhook webhook = of(id, decision);
    VersionCheck.require(webhook, ifVersion, decision);
    return webhook;
  }

  static Webhook of(WebhookId id, DecisionBuilder decision) {
    return decision.state().webhook(id).orElseThrow(() -> Refusal.notFound("webhook " + id));
  }

  static void requireRight(Rights rights, WebhookId id) {
    rights.requireAudited(
        Permission.WEBHOOKS,
        EventType.WEBHOOK_UPSERTED_DENIED,
        EventType.WEBHOOK_UPSERTED,
        id.value());
  }

  static WebhookSecrets secretsOf(Webhook webhook, DecisionBuilder decision) {
    return decision
        .state()
        .webhookSecrets(webhook.id())
        .orElseThrow(() -> new IllegalStateException("%s has no secrets".formatted(webhook.id())));
  }
}
