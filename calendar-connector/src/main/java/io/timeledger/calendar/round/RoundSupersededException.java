package io.timeledger.calendar.round;

/// The owner changed the connection while work on it was under way, so its result is no longer what
/// they want. The transaction is rolled back. The change has made due what must be read again.
public final class RoundSupersededException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RoundSupersededException(DueWork due) {
    super("connection %s was changed".formatted(due.connection().id()), null, false, false);
  }
}
