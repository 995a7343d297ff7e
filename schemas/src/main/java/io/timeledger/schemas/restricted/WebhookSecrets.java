package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.SecretRole;
import io.timeledger.schemas.resource.SigningSecretInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a webhook signs and authenticates with: the record of the private topic
/// `time.secrets.v1`, keyed `workspace/webhook`. The ledger writes it in the transaction of every
/// event of the webhook that it goes with; a deleted webhook is a tombstone.
///
/// Which secret is primary follows from time alone, so that nobody needs to be told when a grace
/// period ends: rotation makes the new secret secondary and gives all former ones an expiry; once
/// the primary one has expired, the next younger live one takes its place.
///
/// @param version of the webhook that this goes with: one that carries the same
///     [Webhook#secrets()] and [Webhook#customHeaderNames()]; a later version may go with it too
/// @param secrets by `seq`, the oldest first; expired ones may still be among them
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

  /// The one that signs `X-Workestra-Signature`; empty only when there is no live one, which the
  /// ledger sees to.
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

  /// All that sign the standard header, in the order of their signatures: the primary one, then
  /// the younger before the older.
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
