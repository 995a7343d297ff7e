package io.timeledger.webhooks.subscription;

import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.SealedHeader;
import io.timeledger.schemas.restricted.WebhookSecrets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a webhook has the secrets that it names. Both come on topics of their own, so either
/// may come first; until both are here, nothing is sent.
final class SecretAvailability {
  private SecretAvailability() {}

  /// @param secrets as they came last; null when none did
  static boolean areComplete(Webhook webhook, @Nullable WebhookSecrets secrets) {
    if (secrets == null) {
      return false;
    }
    Set<Integer> seqs =
        secrets.secrets().stream().map(secret -> secret.key().seq()).collect(Collectors.toSet());
    Set<String> headers =
        secrets.headers().stream()
            .map(SealedHeader::name)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return webhook.secrets().stream().allMatch(key -> seqs.contains(key.seq()))
        && webhook.customHeaderNames().stream()
            .allMatch(name -> headers.contains(name.toLowerCase(Locale.ROOT)));
  }
}
