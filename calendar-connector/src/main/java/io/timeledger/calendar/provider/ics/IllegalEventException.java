package io.timeledger.calendar.provider.ics;

/// An event cannot be read. The message is a short, stable code without content of the event.
final class IllegalEventException extends RuntimeException {
  private static final long serialVersionUID = 1;

  IllegalEventException(String error) {
    super(error, null, false, false);
  }
}
