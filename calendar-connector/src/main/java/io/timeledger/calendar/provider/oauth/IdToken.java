package io.timeledger.calendar.provider.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.timeledger.calendar.connect.Account;
import io.timeledger.schemas.resource.Provider;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the account from an ID token. Its signature is not verified, since it comes from the token
/// endpoint itself and not from the browser (OpenID Connect Core, 3.1.3.7, number 6).
final class IdToken {
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
  private static final int LONGEST_SUBJECT = 255;

  private IdToken() {}

  /// Empty if the token is not one for this client, is expired, or names no account.
  static Optional<Account> account(
      Provider provider, @Nullable Object idToken, String clientId, Instant now) {
    if (!(idToken instanceof String text)) {
      return Optional.empty();
    }
    try {
      JWTClaimsSet claims = JWTParser.parse(text).getJWTClaimsSet();
      Date expires = claims.getExpirationTime();
      if (!claims.getAudience().contains(clientId)
          || expires == null
          || expires.toInstant().isBefore(now.minus(CLOCK_SKEW))) {
        return Optional.empty();
      }
      String email = claims.getStringClaim("email");
      return subject(provider, claims)
          .filter(subject -> subject.length() <= LONGEST_SUBJECT)
          .map(subject -> new Account(provider, subject, email));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  /// Microsoft's `sub` differs by client; `oid` is the account, within the tenant `tid`.
  private static Optional<String> subject(Provider provider, JWTClaimsSet claims)
      throws ParseException {
    return switch (provider) {
      case GOOGLE -> given(claims.getSubject());
      case MICROSOFT -> {
        Optional<String> tenant = given(claims.getStringClaim("tid"));
        Optional<String> object = given(claims.getStringClaim("oid"));
        yield tenant.flatMap(tid -> object.map(oid -> tid + "/" + oid));
      }
      case ICS -> Optional.empty();
    };
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }
}
