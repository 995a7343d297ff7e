package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand.CreateWebhook;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.schemas.resource.SecretRole;
import io.timeledger.schemas.resource.SigningSecretInfo;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.WebhookBuilder;
import io.timeledger.schemas.resource.WebhookFilter;
import io.timeledger.schemas.restricted.SealedSecret;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange.KeepWebhookSecrets;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.util.List;
import java.util.Set;

/// Creates a webhook. Duplicate subscriptions to one URL are allowed: each has its own secret.
final class CreateWebhookHandler {
  private static final int MOST = 50;

  private CreateWebhookHandler() {}

  static ReplyItem decide(CreateWebhook command, Rights rights, DecisionBuilder decision) {
    EditableWebhook.requireRight(rights, command.id());
    if (decision.state().webhooks().size() >= MOST) {
      throw Refusal.of(
          ErrorCode.WEBHOOK_LIMIT, "the workspace has %d webhooks already".formatted(MOST));
    }
    if (decision.state().webhook(command.id()).isPresent()) {
      throw Refusal.invalid("id", "there is a webhook of this id");
    }
    Webhook blank = blank(command, rights.userId(), decision);
    HeaderRules headers = HeaderRules.NONE.patched(command.fields().customHeaders());
    Webhook asked = PatchedWebhook.of(blank, command.fields(), headers, decision.now());
    IncludeRules.require(asked, rights, decision);
    Webhook created = decision.change(EventType.WEBHOOK_UPSERTED, asked, null);
    decision.change(
        new KeepWebhookSecrets(
            new WebhookSecrets(
                created.id(),
                created.workspaceId(),
                created.version(),
                List.of(new SealedSecret(created.secrets().getFirst(), command.secret())),
                headers.sealed())));
    return ReplyItem.of(Status.CREATED, created);
  }

  /// With defaults for absent fields; fields without a default are empty, and refused later.
  private static Webhook blank(CreateWebhook command, UserId creator, DecisionBuilder decision) {
    return WebhookBuilder.builder()
        .id(command.id())
        .workspaceId(decision.state().workspaceId())
        .url("")
        .events(List.of())
        .enabled(true)
        .retryDelays(Webhook.DEFAULT_RETRY_DELAYS)
        .payload(PayloadMode.FULL)
        .format(PayloadFormat.STANDARD)
        .ordering(DeliveryOrder.NONE)
        .include(Set.of())
        .maxInFlight(Webhook.DEFAULT_MAX_IN_FLIGHT)
        .customHeaderNames(List.of())
        .filter(WebhookFilter.ALL)
        .secrets(
            List.of(
                new SigningSecretInfo(
                    1, SecretRole.PRIMARY, decision.now(), null, command.secret().id())))
        .createdBy(creator)
        .createdAt(decision.now())
        .updatedAt(decision.now())
        .build();
  }
}
