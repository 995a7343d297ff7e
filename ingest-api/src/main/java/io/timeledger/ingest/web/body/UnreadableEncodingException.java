package io.timeledger.ingest.web.body;

import java.io.IOException;

/// The body is not in the coding that `Content-Encoding` says.
public final class UnreadableEncodingException extends IOException {
  private static final long serialVersionUID = 1;

  UnreadableEncodingException(IOException cause) {
    super("body: not gzip", cause);
  }
}
