package io.timeledger.schemas.resource;

/// A text that only the holders of a key can read.
///
/// @param keyId names the key, not the key
/// @param ciphertext base64 of nonce, encrypted text and tag; see `secret.Vault`
public record Sealed(String keyId, String ciphertext) {}
