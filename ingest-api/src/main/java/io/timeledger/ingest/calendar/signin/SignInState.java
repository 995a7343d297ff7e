package io.timeledger.ingest.calendar.signin;

import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Provider;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sign-in that has begun. Sealed, it is the parameter `state` (RFC 6749, 4.1.1).
///
/// @param seenVersion version of the connection; 0 for a new one
/// @param codeVerifier of PKCE
/// @param redirectUri of the authorization request
/// @param returnUrl where the ticket is handed over; null for a page
public record SignInState(
    WorkspaceId workspaceId,
    UserId userId,
    ConnectionId connectionId,
    int seenVersion,
    Provider provider,
    String codeVerifier,
    String redirectUri,
    @Nullable String returnUrl,
    Instant expiresAt) {

  SignInTicket ticket(String code, Instant ticketExpiresAt) {
    return new SignInTicket(
        workspaceId,
        userId,
        connectionId,
        seenVersion,
        provider,
        code,
        codeVerifier,
        redirectUri,
        ticketExpiresAt);
  }

  /// Contains no secret.
  @Override
  public String toString() {
    return "SignInState[connectionId=" + connectionId + "]";
  }
}
