package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.SecretRole;
import io.timeledger.schemas.resource.SigningSecretInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The signing secrets and custom headers of a webhook: the record of the private topic
/// `time.secrets.v1`, keyed `workspace/webhook`. The ledger writes it in the transaction of the
/// webhook event that it belongs to; a deleted webhook is a tombstone.
///
/// The primary secret follows from time alone, so the end of a grace period needs no event:
/// rotation makes the new secret secondary and gives all former ones an expiry; once the primary
/// has expired, the next newer live one becomes primary.
///
/// @param version of the webhook with the same [Webhook#secrets()] and
///     [Webhook#customHeaderNames()]; later versions may share it
/// @param secrets by `seq`, the oldest first; may include expired ones
public record WebhookSecrets(
    WebhookId id,
    WorkspaceId workspaceId,
    int version,
    List<SealedSecret> secrets,
    List<SealedHeader> headers) {

  public WebhookSecrets {
    secrets = secrets.stream().sorted(Comparator.comparing(s -> s.key().seq())).toList();
    headers = List.copyOf(headers);
  }

  /// The secret that signs `X-Workestra-Signature`; empty only without a live one, which the ledger
  /// prevents.
  public Optional<SealedSecret> primaryAt(Instant now) {
    int named =
        secrets.stream()
            .map(SealedSecret::key)
            .filter(key -> key.role() == SecretRole.PRIMARY)
            .mapToInt(SigningSecretInfo::seq)
            .max()
            .orElse(0);
    return secrets.stream()
        .filter(secret -> secret.key().seq() >= named && secret.key().isLiveAt(now))
        .findFirst();
  }

  /// All secrets that sign the standard header, in signature order: the primary, then newer before
  /// older.
  public List<SealedSecret> liveAt(Instant now) {
    Optional<SealedSecret> primary = primaryAt(now);
    return secrets.stream()
        .filter(secret -> secret.key().isLiveAt(now))
        .sorted(
            Comparator.comparing((SealedSecret secret) -> !primary.equals(Optional.of(secret)))
                .thenComparing(secret -> -secret.key().seq()))
        .toList();
  }
}
