package io.timeledger.twin.oauth;

import java.time.Instant;
import java.util.Optional;

/// A refresh token in force.
///
/// @param expiresAt empty if it lives on
record RefreshToken(OAuthGrant grant, Optional<Instant> expiresAt) {
  boolean serves(Instant now) {
    return expiresAt.filter(end -> !end.isAfter(now)).isEmpty();
  }
}
