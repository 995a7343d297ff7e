package io.timeledger.ingest.webhook;

import io.timeledger.ingest.command.Call;
import io.timeledger.ingest.web.Form;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.secret.SealContext;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes signing secrets as Standard Webhooks has them, `whsec_` and the base64 of random bytes, or
/// takes those that the caller brings.
@Component
final class SigningSecrets {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private static final int SHORTEST = 16;
  private static final int LONGEST = 256;

  private final SecureRandom random = new SecureRandom();
  private final Sealer sealer;

  SigningSecrets(Sealer sealer) {
    this.sealer = sealer;
  }

  /// @param own null means a new random one
  NewSecret create(Call call, WebhookId webhook, @Nullable String own) {
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
    boolean printable = own.chars().allMatch(c -> c > ' ' && c <= '~');
    if (own.length() < SHORTEST || own.length() > LONGEST || !printable) {
      Form form = new Form();
      form.fail(
          "secret",
          "invalid",
          "Expected %d to %d printable ASCII characters without spaces."
              .formatted(SHORTEST, LONGEST));
      form.check();
    }
    return own;
  }
}
