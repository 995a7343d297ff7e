package io.timeledger.ingest.web.body;

import java.io.IOException;

/// The body grew beyond what the operation takes.
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  BodyTooLargeException(long limit) {
    super("body: over %d bytes (expected: at most that)".formatted(limit));
  }
}
