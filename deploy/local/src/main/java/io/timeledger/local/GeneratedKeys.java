package io.timeledger.local;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/// The platform's keys of 32 random bytes, generated at the first start.
final class GeneratedKeys {
  /// Id of the key that encrypts secrets of webhooks and calendars.
  static final String SECRETS = "local";

  private static final String ADDRESSES = "addresses";
  private static final int BYTES = 32;

  private final KeyValueFile file;

  GeneratedKeys(Path path) {
    file = new KeyValueFile(path);
  }

  /// In base64, as the other.
  String secrets() {
    return key(SECRETS);
  }

  /// Hashes addresses of contacts and attendees.
  String addresses() {
    return key(ADDRESSES);
  }

  private synchronized String key(String name) {
    if (file.get(name).isEmpty()) {
      byte[] bytes = new byte[BYTES];
      new SecureRandom().nextBytes(bytes);
      file.put(name, Base64.getEncoder().encodeToString(bytes));
    }
    return file.get(name).orElseThrow();
  }
}
