package io.timeledger.calendar.provider;

/// An item of a response cannot be read. The message is a short, stable code without content of the
/// item.
public final class UnreadableItemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnreadableItemException(String code) {
    super(code, null, false, false);
  }

  public String code() {
    return String.valueOf(getMessage());
  }
}
