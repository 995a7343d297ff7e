package io.timeledger.ingest.web.body;

import java.io.IOException;

/// The body does not match its `Content-Encoding`.
public final class UnreadableEncodingException extends IOException {
  private static final long serialVersionUID = 1;

  UnreadableEncodingException(IOException cause) {
    super("body: not gzip", cause);
  }
}
