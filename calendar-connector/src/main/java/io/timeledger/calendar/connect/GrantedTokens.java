package io.timeledger.calendar.connect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer of a token endpoint.
///
/// @param refreshToken null if the former one stays valid
/// @param scopes as granted; empty means as requested before
public record GrantedTokens(
    String accessToken, @Nullable String refreshToken, Instant expiresAt, List<String> scopes) {
  public GrantedTokens {
    scopes = List.copyOf(scopes);
  }

  /// Contains no token.
  @Override
  public String toString() {
    return "GrantedTokens[expiresAt=" + expiresAt + "]";
  }
}
