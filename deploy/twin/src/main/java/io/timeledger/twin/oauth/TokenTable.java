package io.timeledger.twin.oauth;

import io.timeledger.twin.state.Mailbox;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Tokens and codes in force.
public final class TokenTable {
  static final Duration LIFE_OF_A_TOKEN = Duration.ofSeconds(3_599);
  static final Duration LIFE_OF_A_CODE = Duration.ofMinutes(10);

  private record AccessToken(OAuthGrant grant, Instant expiresAt) {}

  private final Map<String, OAuthCode> codes = new ConcurrentHashMap<>();
  private final Map<String, AccessToken> access = new ConcurrentHashMap<>();
  private final RefreshTokens refresh;
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;

  public TokenTable(InstantSource clock, RefreshTokens refresh) {
    this.refresh = refresh;
    this.clock = clock;
  }

  /// The grant of an access token that is known and not expired.
  public Optional<OAuthGrant> bearer(String token) {
    return Optional.ofNullable(access.get(token))
        .filter(found -> found.expiresAt().isAfter(clock.instant()))
        .map(AccessToken::grant);
  }

  public void expireAccess(Predicate<Mailbox> whose) {
    access.values().removeIf(token -> whose.test(token.grant().mailbox()));
  }

  /// As if the person had removed the client from their account.
  public void revoke(Predicate<Mailbox> whose) {
    expireAccess(whose);
    refresh.removeIf(grant -> whose.test(grant.mailbox()));
  }

  /// Revokes the grant of either token.
  ///
  /// @return whether it was known
  boolean revoke(String token) {
    Optional<OAuthGrant> grant = refresh(token).or(() -> bearer(token));
    grant.ifPresent(
        found -> {
          access.values().removeIf(each -> same(each.grant(), found));
          refresh.removeIf(each -> same(each, found));
        });
    return grant.isPresent();
  }

  String newCode(OAuthCode code) {
    String text = "4/0A" + random(32);
    codes.put(text, code);
    return text;
  }

  /// A code serves once.
  Optional<OAuthCode> take(String code) {
    return Optional.ofNullable(codes.remove(code))
        .filter(found -> found.expiresAt().isAfter(clock.instant()));
  }

  String newAccess(OAuthGrant grant) {
    access.values().removeIf(token -> !token.expiresAt().isAfter(clock.instant()));
    String token = "ya29.a0" + random(48);
    access.put(token, new AccessToken(grant, clock.instant().plus(LIFE_OF_A_TOKEN)));
    return token;
  }

  String newRefresh(RefreshToken token) {
    String text = "1//0" + random(48);
    refresh.add(text, token, clock.instant());
    return text;
  }

  /// The grant of a refresh token that is known and not expired.
  Optional<OAuthGrant> refresh(String token) {
    return refresh.find(token, clock.instant());
  }

  /// Whether the person has allowed this client anything that lasts.
  boolean hasRefresh(Mailbox mailbox, String client) {
    return refresh.any(
        grant -> grant.client().equals(client) && sameMailbox(grant.mailbox(), mailbox));
  }

  private static boolean same(OAuthGrant one, OAuthGrant other) {
    return one.client().equals(other.client()) && sameMailbox(one.mailbox(), other.mailbox());
  }

  private static boolean sameMailbox(Mailbox one, Mailbox other) {
    return one.subject().equals(other.subject());
  }

  private String random(int bytes) {
    byte[] buffer = new byte[bytes];
    random.nextBytes(buffer);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer);
  }
}
