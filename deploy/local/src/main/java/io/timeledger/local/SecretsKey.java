package io.timeledger.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The key that encrypts signing secrets of webhooks, generated at the first start.
final class SecretsKey {
  private static final int BYTES = 32;
  private static final String NAME = "local";

  private final KeyValueFile file;

  SecretsKey(Path path) {
    file = new KeyValueFile(path);
  }

  /// Base64 of 32 random bytes.
  synchronized String base64() {
    if (file.get(NAME).isEmpty()) {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      file.put(NAME, Base64.getEncoder().encodeToString(bytes));
    }
    return file.get(NAME).orElseThrow();
  }

  String id() {
    return NAME;
  }
}
