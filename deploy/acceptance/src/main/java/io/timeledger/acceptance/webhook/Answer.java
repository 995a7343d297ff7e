package io.timeledger.acceptance.webhook;

import java.time.Duration;

/// What a receiver does with a request: a status after some time, or nothing at all.
///
/// @param status 0 for never
public record Answer(int status, Duration after) {
  public static final Answer OK = of(200);
  public static final Answer UNAVAILABLE = of(503);
  public static final Answer NEVER = of(0);

  public static Answer of(int status) {
    return new Answer(status, Duration.ZERO);
  }

  public static Answer okAfter(Duration after) {
    return new Answer(200, after);
  }
}
