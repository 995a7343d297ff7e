package io.timeledger.schemas.resource;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A signing secret as everybody who sees the webhook may know it: everything but the secret.
///
/// @param seq counts the secrets of the webhook, from 1, and never comes again
/// @param expiresAt when it stops signing; null means not yet known
public record SigningKey(int seq, SecretRole role, Instant createdAt, @Nullable Instant expiresAt) {

  public boolean isLiveAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
