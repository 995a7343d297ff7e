package io.timeledger.calendar.provider.google;

/// An item of a response cannot be read. The message is a short, stable code.
final class UnreadableEventException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnreadableEventException(String code) {
    super(code, null, false, false);
  }

  String code() {
    return String.valueOf(getMessage());
  }
}
