package io.timeledger.ingest.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.IngestProperties;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// The token of the platform's operator, who belongs to no workspace. If it is not configured, it
/// matches nothing.
public final class OperatorToken {
  private static final int MIN_LENGTH = 32;
  private final @Nullable String token;

  OperatorToken(IngestProperties properties) {
    String configured = properties.operatorToken();
    token = configured == null || configured.isBlank() ? null : configured;
    if (token != null && token.length() < MIN_LENGTH) {
      throw new IllegalArgumentException(
          "timeledger.operator-token: %d characters (expected: at least %d)"
              .formatted(token.length(), MIN_LENGTH));
    }
  }

  public boolean isConfigured() {
    return token != null;
  }

  /// Compares in constant time.
  public boolean matches(String bearer) {
    return token != null && MessageDigest.isEqual(bearer.getBytes(UTF_8), token.getBytes(UTF_8));
  }
}
