package io.timeledger.schemas.restricted;

/// A text that only the holders of a key can read.
///
/// @param keyId names the key, not the key
/// @param ciphertext base64 of nonce, encrypted text and tag; see `secret.Vault`
public record SealedText(String keyId, String ciphertext) {
  private static final int NONCE_LENGTH = 16;

  /// Another one at every sealing, of the same text too: the nonce. It tells nothing of the text.
  public String id() {
    return ciphertext.substring(0, Math.min(NONCE_LENGTH, ciphertext.length()));
  }
}
