package io.timeledger.ingest.token;

import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.command.WriteRequest;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/// Creates the secrets of new tokens and shows each once, in the first response with the token.
public final class TokenSecrets {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final UnshownCredentials unshown;
  private final Directory directory;

  TokenSecrets(UnshownCredentials unshown, Directory directory) {
    this.unshown = unshown;
    this.directory = directory;
  }

  /// For the token that the call requests.
  public Credential of(WriteRequest call) {
    return unshown.of(call);
  }

  /// @param token as the ledger has it; changed in place
  /// @param credential created for the call
  public void show(ObjectNode token, WriteRequest call, Credential credential) {
    boolean isOfCall = token.required("id").asString().equals(credential.id().value());
    if (unshown.take(call, credential) && isOfCall) {
      // The next request may use it.
      directory.await(known -> known.admits(credential.id()), PATIENCE);
      token.put("secret", credential.reveal());
    } else {
      token.putNull("secret");
      token.put("secret_already_shown", true);
    }
  }
}
