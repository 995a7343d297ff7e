package io.timeledger.ingest.web.body;

import java.io.IOException;

/// The body arrived below the minimum pace.
public final class SlowBodyException extends IOException {
  private static final long serialVersionUID = 1;

  SlowBodyException(long bytes) {
    super("body: %d bytes so far (expected: more by now)".formatted(bytes));
  }
}
