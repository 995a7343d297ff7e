package io.timeledger.ingest.console;

import java.security.SecureRandom;
import java.util.Base64;

/// Names the styles of one answer. Nobody can guess it, so injected markup cannot bear it.
record StyleNonce(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  static StyleNonce random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new StyleNonce(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
