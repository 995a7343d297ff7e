package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand.RotateWebhookSecret;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.SecretRole;
import io.timeledger.schemas.resource.SigningSecretInfo;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.SealedSecret;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Adds a secret and makes all former ones expire after the grace period, or earlier if they would
/// anyway. Without a grace period they expire at once.
final class RotateSecretHandler {
  private static final Duration LONGEST_GRACE = Duration.ofDays(7);
  private static final int MOST_LIVE = 5;

  private RotateSecretHandler() {}

  static ReplyItem decide(RotateWebhookSecret command, Rights rights, DecisionBuilder decision) {
    Webhook webhook = EditableWebhook.of(command.id(), command.ifVersion(), rights, decision);
    Duration grace = command.grace();
    if (grace.isNegative() || grace.compareTo(LONGEST_GRACE) > 0) {
      throw Refusal.invalid(
          "grace_seconds",
          "%d (expected: 0 to %d)".formatted(grace.toSeconds(), LONGEST_GRACE.toSeconds()));
    }
    Instant end = decision.now().plus(grace);
    List<SealedSecret> former =
        EditableWebhook.secretsOf(webhook, decision).secrets().stream()
            .map(secret -> expiring(secret, end))
            .filter(secret -> secret.key().isLiveAt(decision.now()))
            .toList();
    if (former.size() >= MOST_LIVE) {
      throw Refusal.of(
          ErrorCode.SECRET_LIMIT,
          "%d secrets are live: rotate without a grace period, or wait".formatted(MOST_LIVE));
    }
    SigningSecretInfo added =
        new SigningSecretInfo(
            webhook.secrets().getLast().seq() + 1,
            former.isEmpty() ? SecretRole.PRIMARY : SecretRole.SECONDARY,
            decision.now(),
            null,
            command.secret().id());
    return NewSecrets.keep(
        webhook,
        Stream.concat(former.stream(), Stream.of(new SealedSecret(added, command.secret())))
            .toList(),
        decision);
  }

  private static SealedSecret expiring(SealedSecret secret, Instant end) {
    SigningSecretInfo key = secret.key();
    return new SealedSecret(
        new SigningSecretInfo(
            key.seq(), key.role(), key.createdAt(), earlier(key.expiresAt(), end), key.sealedId()),
        secret.secret());
  }

  private static Instant earlier(@Nullable Instant a, Instant b) {
    return a != null && a.isBefore(b) ? a : b;
  }
}
