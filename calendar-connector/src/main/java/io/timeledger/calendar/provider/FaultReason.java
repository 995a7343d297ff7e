package io.timeledger.calendar.provider;

import java.util.Locale;

/// Why a calendar could not be read. The texts reveal nothing about the address.
public enum FaultReason {
  ADDRESS_BLOCKED("the address is not allowed"),
  ADDRESS_REFUSED("the server asks for a login"),
  ADDRESS_GONE("there is no calendar at the address"),
  ADDRESS_INVALID("the address is not an https address"),
  TOO_MANY_REDIRECTS("the server redirects too often"),
  REDIRECT_INVALID("the server redirects to an invalid address"),
  NAME_UNKNOWN("the server's name could not be resolved"),
  NOT_REACHABLE("the server could not be reached"),
  TLS_FAILED("the server's certificate was not accepted"),
  TIMED_OUT("the server did not answer in time"),
  ANSWER_INVALID("the server's response is not valid HTTP"),
  ANSWER_UNEXPECTED("the server sent an unexpected response"),
  SERVER_FAILED("the server reports an internal error"),
  LOGIN_REJECTED("the provider no longer accepts the login"),
  CONSENT_MISSING("access to calendars was not granted: sign in again and allow it"),
  CALENDAR_DENIED("the provider does not let the account read the calendar"),
  CALENDAR_GONE("the provider no longer has the calendar"),
  CURSOR_EXPIRED("the provider asks for the calendar to be read anew"),
  RATE_LIMITED("the server asks for fewer requests"),
  SERVER_BUSY("other calendars of the same server are read first"),
  PROVIDER_DOWN("the provider does not work at the moment"),
  TOO_LARGE("the calendar is too large"),
  TOO_MANY_EVENTS("the calendar has too many events in the period that is read"),
  ENCODING_UNKNOWN("the calendar has an unsupported encoding"),
  TRUNCATED("the calendar is incomplete"),
  NOT_A_CALENDAR("the response is not a calendar"),
  SECRET_UNREADABLE("the stored credentials cannot be decrypted at the moment"),
  SIGN_IN_NEEDED("the access has expired or was revoked: sign in again"),
  SIGN_IN_EXPIRED("the sign-in was not completed in time: sign in again"),
  ACCOUNT_CONNECTED("the account is connected already"),
  ACCOUNT_DIFFERS("the sign-in was with another account than that of the connection"),
  CLIENT_REFUSED("the provider does not accept the operator's client");

  private final String words;

  FaultReason(String words) {
    this.words = words;
  }

  /// The name in logs and spans.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A sentence for the connection's owner.
  public String words() {
    return words;
  }
}
