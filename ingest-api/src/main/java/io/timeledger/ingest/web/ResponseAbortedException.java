package io.timeledger.ingest.web;

/// Aborts a partially sent response. Must not be caught: the container closes the connection, and
/// so the client sees that the response is incomplete.
public final class ResponseAbortedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ResponseAbortedException(RuntimeException cause) {
    super("the answer broke off", cause);
  }
}
