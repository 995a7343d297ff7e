package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand.PromoteWebhookSecret;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.SecretRole;
import io.timeledger.schemas.resource.SigningSecretInfo;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.SealedSecret;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Makes the newest secret primary. The others keep signing the standard header until they expire,
/// so a receiver can still go back.
final class PromoteSecretHandler {
  private PromoteSecretHandler() {}

  static ReplyItem decide(PromoteWebhookSecret command, Rights rights, DecisionBuilder decision) {
    Webhook webhook = EditableWebhook.of(command.id(), command.ifVersion(), rights, decision);
    SigningSecretInfo youngest = webhook.secrets().getLast();
    if (youngest.role() == SecretRole.PRIMARY) {
      return ReplyItem.of(Status.UNCHANGED, webhook);
    }
    List<SealedSecret> secrets =
        EditableWebhook.secretsOf(webhook, decision).secrets().stream()
            .filter(secret -> secret.key().isLiveAt(decision.now()))
            .map(secret -> inRole(secret, secret.key().equals(youngest)))
            .toList();
    return NewSecrets.keep(webhook, secrets, decision);
  }

  private static SealedSecret inRole(SealedSecret secret, boolean primary) {
    SigningSecretInfo key = secret.key();
    return new SealedSecret(
        new SigningSecretInfo(
            key.seq(),
            primary ? SecretRole.PRIMARY : SecretRole.SECONDARY,
            key.createdAt(),
            key.expiresAt(),
            key.sealedId()),
        secret.secret());
  }
}
