package io.timeledger.schemas.restricted;

/// An encrypted text.
///
/// @param keyId the name of the key, not the key
/// @param ciphertext base64 of nonce, encrypted text and tag; see `secret.Vault`
public record SealedText(String keyId, String ciphertext) {
  private static final int NONCE_LENGTH = 16;

  /// The nonce: different for every encryption, even of the same text. Reveals nothing about it.
  public String id() {
    return ciphertext.substring(0, Math.min(NONCE_LENGTH, ciphertext.length()));
  }
}
