package io.timeledger.schemas.restricted;

import java.time.Instant;

/// What a sign-in at a provider yields, inside the sealed secret of a connection. Can be exchanged
/// once.
///
/// @param code authorization code
/// @param codeVerifier of PKCE (RFC 7636)
/// @param redirectUri of the authorization request, which the exchange repeats
public record OAuthTicket(String code, String codeVerifier, String redirectUri, Instant expiresAt) {

  /// Contains no secret.
  @Override
  public String toString() {
    return "OAuthTicket[expiresAt=" + expiresAt + "]";
  }
}
