package io.timeledger.ingest.web.body;

import java.io.IOException;

/// The body exceeds the operation's limit.
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  BodyTooLargeException(long limit) {
    super("body: over %d bytes (expected: at most that)".formatted(limit));
  }
}
