package io.timeledger.ingest.calendar.signin;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Provider;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The steps of a sign-in: it begins with an authorize URL, returns with a code, and its ticket is
/// redeemed.
public final class SignIns {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final OAuthClients clients;
  private final SignInSeals seals;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /// Where the member signs in, and until when.
  public record Begun(URI authorizeUrl, Instant expiresAt) {}

  SignIns(OAuthClients clients, SignInSeals seals, InstantSource clock) {
    this.clients = clients;
    this.seals = seals;
    this.clock = clock;
  }

  /// @throws ApiException `provider_not_configured`
  public void requireConfigured(Provider provider) {
    clients.require(provider);
  }

  /// @param seenVersion version of the connection; 0 for a new one
  /// @param returnUrl null for a page
  public Begun begin(
      Caller caller,
      Provider provider,
      ConnectionId connection,
      int seenVersion,
      @Nullable String returnUrl) {
    OAuthClient client = clients.require(provider);
    if (returnUrl != null && !clients.mayReturnTo(returnUrl)) {
      throw ApiException.of(
          ErrorCode.VALIDATION_FAILED,
          "return_url",
          "Expected one of the addresses that the operator allows.");
    }
    String verifier = Pkce.newVerifier(random);
    SignInState state =
        new SignInState(
            caller.workspaceId(),
            caller.userId(),
            connection,
            seenVersion,
            provider,
            verifier,
            client.redirectUri(),
            returnUrl,
            clock.instant().plus(LONGEST));
    return new Begun(client.authorize(seals.seal(state), verifier), state.expiresAt());
  }

  /// The sign-in that the provider's redirect belongs to.
  ///
  /// @throws ApiException `ticket_invalid` for a state that is altered, expired or of another
  ///     provider
  SignInState returned(Provider provider, String sealedState) {
    SignInState state = seals.state(sealedState).orElseThrow(() -> invalid("state"));
    if (state.provider() != provider || isOver(state.expiresAt())) {
      throw invalid("state");
    }
    return state;
  }

  SignInTicket ticket(SignInState state, String code) {
    return state.ticket(code, clock.instant().plus(LONGEST));
  }

  /// @throws ApiException `not_found` for another member's ticket; `ticket_invalid` for one that is
  ///     altered or expired. The ledger refuses one that was used
  public SignInTicket redeemed(Caller caller, String sealedTicket) {
    SignInTicket ticket = seals.ticket(sealedTicket).orElseThrow(() -> invalid("ticket"));
    if (!ticket.workspaceId().equals(caller.workspaceId())
        || !ticket.userId().equals(caller.userId())) {
      throw ApiException.notFound();
    }
    if (isOver(ticket.expiresAt())) {
      throw invalid("ticket");
    }
    return ticket;
  }

  private boolean isOver(Instant expiresAt) {
    return !clock.instant().isBefore(expiresAt);
  }

  private static ApiException invalid(String field) {
    return ApiException.of(
        ErrorCode.TICKET_INVALID, field, "Altered or older than 10 minutes: sign in again.");
  }
}
