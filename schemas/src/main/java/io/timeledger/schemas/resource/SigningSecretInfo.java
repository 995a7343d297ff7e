package io.timeledger.schemas.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Public data of a signing secret, for all readers of the webhook; never the secret.
///
/// @param seq number of the secret within its webhook, from 1, never reused
/// @param expiresAt when it stops signing; null means not yet known
/// @param sealedId `SealedText.id()` of the secret; lets its creator recognize it
public record SigningSecretInfo(
    int seq,
    SecretRole role,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sealedId) {

  /// For a secret whose sealed id is not needed.
  public SigningSecretInfo(
      int seq, SecretRole role, Instant createdAt, @Nullable Instant expiresAt) {
    this(seq, role, createdAt, expiresAt, null);
  }

  public boolean isLiveAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
