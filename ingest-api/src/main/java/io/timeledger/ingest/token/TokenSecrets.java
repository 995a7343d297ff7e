package io.timeledger.ingest.token;

import io.timeledger.ingest.access.Credential;
import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.schemas.resource.TokenKind;
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

  /// For the access token that the call requests.
  public Credential of(WriteRequest call) {
    return of(call, TokenKind.ACCESS);
  }

  /// For the token of this kind that the call requests.
  Credential of(WriteRequest call, TokenKind kind) {
    return unshown.of(call, kind);
  }

  /// @param token as the ledger has it; changed in place
  /// @param credential created for the call
  /// @return whether the secret is shown
  public boolean show(ObjectNode token, WriteRequest call, Credential credential) {
    boolean isOfCall = token.required("id").asString().equals(credential.id().value());
    if (unshown.take(call, credential) && isOfCall) {
      // The next request may use it.
      directory.await(known -> known.admits(credential.id()), PATIENCE);
      token.put("secret", credential.reveal());
      return true;
    }
    token.putNull("secret");
    token.put("secret_already_shown", true);
    return false;
  }
}
