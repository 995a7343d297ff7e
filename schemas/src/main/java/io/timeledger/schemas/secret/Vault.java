package io.timeledger.schemas.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.restricted.SealedText;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts and decrypts texts by AES-256-GCM, with a random nonce of 96 bits and the context as
/// additional data. Encrypts with the active key and decrypts with any configured key. To rotate,
/// add a new key, make it active, and remove the old one once nothing is encrypted with it.
///
/// Authentication codes (HMAC-SHA256) are made with keys derived from the same keys by HKDF, since
/// a key must serve one algorithm only.
///
/// Thread-safe.
public final class Vault {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String MAC = "HmacSHA256";
  private static final int KEY_HASH_BYTES = 6;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int FEWEST_BYTES = NONCE_BYTES + TAG_BITS / 8;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SealingKey> keys;
  private final SealingKey active;
  private final Map<String, SecretKey> macKeys;

  /// @throws IllegalArgumentException when the active key is not among the keys, or two share an id
  public Vault(List<SealingKey> keys, String activeKey) {
    try {
      this.keys = keys.stream().collect(Collectors.toMap(SealingKey::id, Function.identity()));
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("sealing keys: two have the same id", e);
    }
    SealingKey found = this.keys.get(activeKey);
    if (found == null) {
      throw new IllegalArgumentException(
          "active sealing key: %s (expected: one of %s)".formatted(activeKey, this.keys.keySet()));
    }
    active = found;
    macKeys = this.keys.values().stream().collect(Collectors.toMap(SealingKey::id, Vault::macKey));
  }

  public SealedText seal(String text, SealContext context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted =
          cipher(Cipher.ENCRYPT_MODE, active, nonce, context).doFinal(text.getBytes(UTF_8));
      byte[] both =
          ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
      return new SealedText(active.id(), Base64.getEncoder().encodeToString(both));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + CIPHER, e);
    }
  }

  /// @throws UnsealableException when the key is missing, the context differs, or the text was
  ///     altered
  public String open(SealedText sealed, SealContext context) {
    SealingKey key = keys.get(sealed.keyId());
    if (key == null) {
      throw new UnsealableException("no key %s to open with".formatted(sealed.keyId()));
    }
    byte[] both = decoded(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(both, 0, nonce, 0, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, context);
      return new String(cipher.doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES), UTF_8);
    } catch (AEADBadTagException e) {
      throw new UnsealableException(
          "sealed by key %s: altered, or for another context".formatted(sealed.keyId()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + CIPHER, e);
    }
  }

  /// Authenticates the text in the context: the same text always gives the same code. The code has
  /// 52 letters, digits, `-`, `_` and `.`, and begins with a hash of the id of its key.
  public String mac(String text, SealContext context) {
    return macPrefix(active.id()) + URL.encodeToString(mac(active.id(), text, context));
  }

  /// Whether the code was made for the text and the context, with any configured key. Takes the
  /// same time for every code of a key.
  public boolean verify(String code, String text, SealContext context) {
    byte[] given = code.getBytes(UTF_8);
    boolean genuine = false;
    for (String key : macKeys.keySet()) {
      String prefix = macPrefix(key);
      if (code.startsWith(prefix)) {
        String expected = prefix + URL.encodeToString(mac(key, text, context));
        genuine |= MessageDigest.isEqual(expected.getBytes(UTF_8), given);
      }
    }
    return genuine;
  }

  /// A hash, because ids may be long.
  private static String macPrefix(String keyId) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(keyId.getBytes(UTF_8));
      return URL.encodeToString(Arrays.copyOf(hash, KEY_HASH_BYTES)) + ".";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private byte[] mac(String keyId, String text, SealContext context) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(macKeys.get(keyId));
      mac.update(context.value().getBytes(UTF_8));
      // No context contains it, so no other pair of context and text has the same bytes.
      mac.update((byte) 0);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + MAC, e);
    }
  }

  private static SecretKey macKey(SealingKey key) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveKey(
              MAC,
              HKDFParameterSpec.ofExtract()
                  .addIKM(key.bytes())
                  .thenExpand("timeledger mac".getBytes(UTF_8), SealingKey.BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has HKDF", e);
    }
  }

  private static byte[] decoded(SealedText sealed) {
    byte[] both;
    try {
      both = Base64.getDecoder().decode(sealed.ciphertext());
    } catch (IllegalArgumentException e) {
      throw new UnsealableException("sealed by key %s: not base64".formatted(sealed.keyId()));
    }
    if (both.length < FEWEST_BYTES) {
      throw new UnsealableException("sealed by key %s: cut short".formatted(sealed.keyId()));
    }
    return both;
  }

  private static Cipher cipher(int mode, SealingKey key, byte[] nonce, SealContext context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, new SecretKeySpec(key.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.value().getBytes(UTF_8));
    return cipher;
  }
}
