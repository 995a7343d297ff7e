package io.timeledger.schemas.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.text.FoldedText;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Hashes e-mail addresses, so that attendees of meetings can be compared with contacts although
/// neither address is stored: HMAC-SHA256 over the workspace and the address, ignoring case.
/// Without the key, nobody finds an address by trying; with the workspace in it, the hashes of
/// two workspaces cannot be compared.
///
/// Thread-safe.
public final class ContactHasher {
  private static final String MAC = "HmacSHA256";
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;

  private ContactHasher(SecretKeySpec key) {
    this.key = key;
  }

  /// @param base64 of 32 random bytes
  /// @throws IllegalArgumentException as [SealingKey#of]
  public static ContactHasher of(String base64) {
    return new ContactHasher(
        new SecretKeySpec(SealingKey.of("timeledger.calendar.address-key", base64).bytes(), MAC));
  }

  /// Empty without a key; a blank one is none, as of an empty variable of the environment.
  ///
  /// @throws IllegalArgumentException as [#of]
  public static Optional<ContactHasher> ifConfigured(@Nullable String base64) {
    return base64 == null || base64.isBlank() ? Optional.empty() : Optional.of(of(base64));
  }

  /// In the form of [Contact#isEmailHash].
  public String hash(WorkspaceId workspace, String address) {
    // an id contains no line break, so the pair is unambiguous
    return URL.encodeToString(mac(workspace.value() + "\n" + FoldedText.of(address)));
  }

  /// Differs, almost certainly, from that of another key.
  public int fingerprint() {
    return ByteBuffer.wrap(mac("")).getInt();
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(key);
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has " + MAC, e);
    }
  }
}
