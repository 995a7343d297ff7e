package io.timeledger.calendar.provider.ics;

/// An event cannot be read. The message is a short stable text without any of the event's content.
final class IllegalEventException extends RuntimeException {
  private static final long serialVersionUID = 1;

  IllegalEventException(String error) {
    super(error, null, false, false);
  }
}
