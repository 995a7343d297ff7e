package io.timeledger.ingest.calendar.signin;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Provider;
import io.timeledger.schemas.restricted.OAuthTicket;
import java.time.Instant;

/// The result of a sign-in, sealed for the browser. Only the member who began the sign-in can
/// redeem it, with their own token: otherwise a sign-in link sent to somebody else would connect
/// that person's calendar to the sender.
///
/// @param seenVersion version of the connection when the sign-in began; 0 for a new one
/// @param code authorization code
/// @param codeVerifier of PKCE
/// @param redirectUri of the authorization request
public record SignInTicket(
    WorkspaceId workspaceId,
    UserId userId,
    ConnectionId connectionId,
    int seenVersion,
    Provider provider,
    String code,
    String codeVerifier,
    String redirectUri,
    Instant expiresAt) {

  /// What the connector needs.
  OAuthTicket exchangeable() {
    return new OAuthTicket(code, codeVerifier, redirectUri, expiresAt);
  }

  /// Contains no secret.
  @Override
  public String toString() {
    return "SignInTicket[connectionId=" + connectionId + "]";
  }
}
