package io.timeledger.schemas.secret;

/// A sealed text cannot be opened: its key is not configured, it was sealed for another context,
/// or it was altered. The message says which key, and nothing of the text.
public final class UnsealableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnsealableException(String message) {
    super(message);
  }
}
