package io.timeledger.twin.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/// Proof key for code exchange (RFC 7636), S256 only.
final class CodeChallenge {
  private CodeChallenge() {}

  /// A code without a challenge asks for no verifier.
  static boolean proves(Optional<String> verifier, Optional<String> challenge) {
    if (challenge.isEmpty()) {
      return true;
    }
    return verifier.map(CodeChallenge::s256).filter(challenge.get()::equals).isPresent();
  }

  private static String s256(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
