package io.timeledger.twin.http;

/// Ends a call with an error, in the shape of the vendor asked.
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient HttpAnswer answer;

  public RefusedException(HttpAnswer answer) {
    super("refused", null, false, false);
    this.answer = answer;
  }

  public HttpAnswer answer() {
    return answer;
  }
}
