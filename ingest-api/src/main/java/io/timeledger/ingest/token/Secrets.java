package io.timeledger.ingest.token;

import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.access.Directory;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// Shows the secret of a new token, once: only the try that the ledger decided knows it.
public final class Secrets {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Secrets() {}

  /// @param token as the ledger has it; changed in place
  /// @param credential made for this try
  public static void show(ObjectNode token, Credential credential, Directory directory) {
    if (token.required("id").asString().equals(credential.id().value())) {
      // The next request may bring it.
      directory.await(known -> known.token(credential.id()).isPresent(), PATIENCE);
      token.put("secret", credential.reveal());
    } else {
      token.putNull("secret");
      token.put("secret_already_shown", true);
    }
  }
}
