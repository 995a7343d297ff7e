package io.timeledger.ingest.webhook;

import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.secret.Sealer;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.secret.SealContext;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Creates signing secrets in Standard Webhooks format, `whsec_` and the base64 of random bytes, or
/// accepts the caller's: in the same format, or any text, whose bytes are then the key.
final class SigningSecrets {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int SHORTEST = 16;
  private static final int LONGEST = 256;

  private final SecureRandom random = new SecureRandom();
  private final Sealer sealer;

  SigningSecrets(Sealer sealer) {
    this.sealer = sealer;
  }

  /// @param own null means a new random one
  NewSecret create(WriteRequest call, WebhookId webhook, @Nullable String own) {
    String text = own == null ? generated() : checked(own);
    SealContext context = SealContext.secret(call.caller().workspaceId(), webhook);
    return new NewSecret(text, sealer.seal(text, context));
  }

  private String generated() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  private static String checked(String own) {
    FieldValidator form = new FieldValidator();
    if (own.length() < SHORTEST || own.length() > LONGEST || !isPrintable(own)) {
      form.fail(
          "secret",
          "invalid",
          "Expected %d to %d printable ASCII characters without spaces."
              .formatted(SHORTEST, LONGEST));
    } else if (own.startsWith(PREFIX) && !isKey(own.substring(PREFIX.length()))) {
      form.fail(
          "secret",
          "invalid",
          "Expected base64 of %d to %d bytes after %s; without this prefix any text will do."
              .formatted(FEWEST_BYTES, MOST_BYTES, PREFIX));
    }
    form.check();
    return own;
  }

  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c > ' ' && c <= '~');
  }

  /// Padded and without stray bits: some libraries would decode another key, or fail.
  private static boolean isKey(String base64) {
    try {
      byte[] key = Base64.getDecoder().decode(base64);
      return key.length >= FEWEST_BYTES
          && key.length <= MOST_BYTES
          && Base64.getEncoder().encodeToString(key).equals(base64);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
