package io.timeledger.ingest.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.Ulid;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// A personal access token in clear: `tlp_<ULID of the id>_<secret>`, where the secret is 32 random
/// bytes in base64url. `toString` never reveals it.
public final class Credential {
  static final String PREFIX = "tlp_";
  private static final String ID_PREFIX = "tok_";
  private static final int SECRET_BYTES = 32;
  private static final int MAX_LENGTH = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TokenId id;
  private final String secret;

  private Credential(TokenId id, String secret) {
    this.id = id;
    this.secret = secret;
  }

  public static Credential create(Instant now) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return new Credential(
        new TokenId(ID_PREFIX + Ulid.random(now, RANDOM)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static Optional<Credential> parse(String bearer) {
    int end = bearer.indexOf('_', PREFIX.length());
    if (!bearer.startsWith(PREFIX) || end < 0 || bearer.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String id = ID_PREFIX + bearer.substring(PREFIX.length(), end);
    return Id.isValid(id)
        ? Optional.of(new Credential(new TokenId(id), bearer.substring(end + 1)))
        : Optional.empty();
  }

  public TokenId id() {
    return id;
  }

  /// The clear text, shown to the owner once.
  public String reveal() {
    return PREFIX + id.value().substring(ID_PREFIX.length()) + "_" + secret;
  }

  /// Lower-case hex of the SHA-256 of the secret; the only form that is stored.
  public String secretHash() {
    return Sha256.hex(secret);
  }

  /// Compares in constant time.
  boolean matches(String hash) {
    return MessageDigest.isEqual(secretHash().getBytes(US_ASCII), hash.getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return PREFIX + id.value() + "_***";
  }
}
