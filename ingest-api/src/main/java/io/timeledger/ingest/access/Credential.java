package io.timeledger.ingest.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.TokenId;
import io.timeledger.schemas.id.Ulid;
import io.timeledger.schemas.resource.TokenKind;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// A token in clear: `<prefix of its kind><ULID of the id>_<secret>`, where the secret is 32 random
/// bytes in base64url. `toString` never reveals it.
public final class Credential {
  private static final String ID_PREFIX = "tok_";
  private static final int SECRET_BYTES = 32;
  private static final int MAX_LENGTH = 200;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final TokenKind kind;
  private final TokenId id;
  private final String secret;

  private Credential(TokenKind kind, TokenId id, String secret) {
    this.kind = kind;
    this.id = id;
    this.secret = secret;
  }

  public static Credential create(TokenKind kind, Instant now) {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return new Credential(
        kind,
        new TokenId(ID_PREFIX + Ulid.random(now, RANDOM)),
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static Optional<Credential> parse(TokenKind kind, String text) {
    String prefix = prefix(kind);
    int end = text.indexOf('_', prefix.length());
    if (!text.startsWith(prefix) || end < 0 || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String id = ID_PREFIX + text.substring(prefix.length(), end);
    return Id.isValid(id)
        ? Optional.of(new Credential(kind, new TokenId(id), text.substring(end + 1)))
        : Optional.empty();
  }

  static String prefix(TokenKind kind) {
    return switch (kind) {
      case ACCESS -> "tlp_";
      case SESSION -> "tls_";
      case LOGIN -> "tlc_";
    };
  }

  public TokenKind kind() {
    return kind;
  }

  public TokenId id() {
    return id;
  }

  /// The clear text, shown to the owner once.
  public String reveal() {
    return prefix(kind) + id.value().substring(ID_PREFIX.length()) + "_" + secret;
  }

  /// The only form that is stored, as [io.timeledger.schemas.restricted.TokenRecord] describes it.
  public String secretHash() {
    return Sha256.hex(kind == TokenKind.ACCESS ? secret : prefix(kind) + secret);
  }

  /// Compares in constant time.
  boolean matches(String hash) {
    return MessageDigest.isEqual(secretHash().getBytes(US_ASCII), hash.getBytes(US_ASCII));
  }

  @Override
  public String toString() {
    return prefix(kind) + id.value() + "_***";
  }
}
