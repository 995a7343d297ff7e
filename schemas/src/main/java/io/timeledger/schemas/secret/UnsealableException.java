package io.timeledger.schemas.secret;

/// An encrypted text cannot be decrypted: its key is not configured, the context differs, or the
/// text was altered. The message names the key, and nothing of the text.
public final class UnsealableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnsealableException(String message) {
    super(message);
  }
}
