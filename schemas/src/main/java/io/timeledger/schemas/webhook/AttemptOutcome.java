package io.timeledger.schemas.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How an attempt ended; also the final reason of a delivery, by its last attempt that counted.
public enum AttemptOutcome {
  /// 2xx.
  DELIVERED,
  /// 4xx but 429: final.
  HTTP_4XX,
  HTTP_429,
  HTTP_5XX,
  /// 3xx: never followed.
  REDIRECT,
  TIMEOUT,
  DNS,
  REFUSED,
  RESET,
  TLS,
  /// The host has an address that is not public; nothing was sent.
  BLOCKED_ADDRESS,
  RESPONSE_INVALID,
  /// Interrupted by our own crash; does not count.
  INTERRUPTED,
  /// Our proxy failed; does not count.
  PROXY_FAULT;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static AttemptOutcome of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
