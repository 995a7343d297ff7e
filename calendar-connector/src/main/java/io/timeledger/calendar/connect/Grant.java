package io.timeledger.calendar.connect;

import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An OAuth grant: what a connection may read, and the tokens for it.
///
/// @param subject of the account
/// @param label of the account
/// @param scopes as granted; empty means as requested
/// @param refreshToken null if the provider gave none
public record Grant(
    Provider provider,
    String subject,
    @Nullable String label,
    List<String> scopes,
    @Nullable String refreshToken,
    String accessToken,
    Instant accessExpiresAt) {
  /// A token is refreshed early, since a call with it takes time.
  private static final Duration EARLY = Duration.ofSeconds(60);

  public Grant {
    scopes = List.copyOf(scopes);
  }

  static Grant of(SignedIn signedIn) {
    Account account = signedIn.account();
    GrantedTokens tokens = signedIn.tokens();
    return new Grant(
        account.provider(),
        account.subject(),
        account.label(),
        tokens.scopes(),
        tokens.refreshToken(),
        tokens.accessToken(),
        tokens.expiresAt());
  }

  /// With newer tokens. What the answer leaves out stays.
  Grant with(GrantedTokens tokens) {
    String rotated = tokens.refreshToken();
    return new Grant(
        provider,
        subject,
        label,
        tokens.scopes().isEmpty() ? scopes : tokens.scopes(),
        rotated == null ? refreshToken : rotated,
        tokens.accessToken(),
        tokens.expiresAt());
  }

  Account account() {
    return new Account(provider, subject, label);
  }

  boolean isExpiring(Instant now) {
    return !now.plus(EARLY).isBefore(accessExpiresAt);
  }

  /// Contains neither tokens nor the account.
  @Override
  public String toString() {
    return "Grant[" + provider + "]";
  }
}
