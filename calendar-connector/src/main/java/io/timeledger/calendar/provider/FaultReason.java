package io.timeledger.calendar.provider;

import java.util.Locale;

/// Why a calendar could not be read. The texts reveal nothing about the address.
public enum FaultReason {
  ADDRESS_BLOCKED("the address may not be called"),
  ADDRESS_REFUSED("the server asks for a login"),
  ADDRESS_GONE("there is no calendar at the address"),
  ADDRESS_INVALID("the address is not an https address"),
  TOO_MANY_REDIRECTS("the server redirects too often"),
  REDIRECT_INVALID("the server redirects to something that is no address"),
  NAME_UNKNOWN("the server's name could not be resolved"),
  NOT_REACHABLE("the server could not be reached"),
  TLS_FAILED("the server's certificate was not accepted"),
  TIMED_OUT("the server did not answer in time"),
  ANSWER_INVALID("the server's answer is not HTTP"),
  ANSWER_UNEXPECTED("the server's answer was not expected"),
  SERVER_FAILED("the server reports an error of its own"),
  RATE_LIMITED("the server asks to be called less often"),
  TOO_LARGE("the calendar is too large"),
  TOO_MANY_EVENTS("the calendar has too many events in the time that is read"),
  ENCODING_UNKNOWN("the calendar is compressed or encoded in an unknown way"),
  TRUNCATED("the calendar ends in the middle"),
  NOT_A_CALENDAR("the answer is no calendar"),
  SECRET_UNREADABLE("the address cannot be decrypted at the moment");

  private final String words;

  FaultReason(String words) {
    this.words = words;
  }

  /// The name in log messages and metrics.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A sentence for the connection's owner.
  public String words() {
    return words;
  }
}
