package io.timeledger.ingest.secret;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.calendar.ChannelSecrets;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.schemas.secret.SealContext;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.UnsealableException;
import io.timeledger.schemas.secret.Vault;
import java.util.List;
import java.util.Optional;

/// Encrypts secrets before they leave the service. Without a configured key it refuses them.
public final class Sealer {
  private final Optional<Vault> vault;

  public Sealer(IngestProperties properties) {
    vault = vaultOf(properties.secrets());
  }

  /// @throws ApiException `secrets_unavailable`
  public SealedText seal(String text, SealContext context) {
    return vault().seal(text, context);
  }

  /// @throws ApiException `secrets_unavailable`
  /// @throws UnsealableException if the text was altered or sealed for another context
  public String open(SealedText sealed, SealContext context) {
    return vault().open(sealed, context);
  }

  /// Whether a key is configured.
  public boolean isAvailable() {
    return vault.isPresent();
  }

  /// Empty without a configured key.
  public Optional<ChannelSecrets> channelSecrets() {
    return vault.map(ChannelSecrets::new);
  }

  private Vault vault() {
    return vault.orElseThrow(
        () ->
            ApiException.of(
                ErrorCode.SECRETS_UNAVAILABLE, ErrorCode.SECRETS_UNAVAILABLE.meaning()));
  }

  private static Optional<Vault> vaultOf(IngestProperties.Secrets secrets) {
    List<SealingKey> keys =
        secrets.keys().stream().map(key -> SealingKey.of(key.id(), key.key())).toList();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    String active = secrets.activeKey();
    return Optional.of(new Vault(keys, active == null ? keys.getFirst().id() : active));
  }
}
