package io.timeledger.ingest.web;

/// Ends an answer of which a part has been sent already. Nothing may catch it: the container closes
/// the connection, and the client sees that the answer is not whole.
public final class ResponseAbortedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ResponseAbortedException(RuntimeException cause) {
    super("the answer broke off", cause);
  }
}
