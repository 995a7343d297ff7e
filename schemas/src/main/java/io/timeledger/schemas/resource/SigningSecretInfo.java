package io.timeledger.schemas.resource;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A signing secret as everybody who sees the webhook may know it: everything but the secret.
///
/// @param seq counts the secrets of the webhook, from 1, and never comes again
/// @param expiresAt when it stops signing; null means not yet known
/// @param sealedId `SealedText.id()` of the secret: whoever sealed it knows it by this
public record SigningSecretInfo(
    int seq,
    SecretRole role,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sealedId) {

  /// Of a secret whose sealing nobody asks about.
  public SigningSecretInfo(
      int seq, SecretRole role, Instant createdAt, @Nullable Instant expiresAt) {
    this(seq, role, createdAt, expiresAt, null);
  }

  public boolean isLiveAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
