package io.timeledger.harness.webhook;

import java.time.Duration;

/// A receiver's answer to a request: a status after some time, or no answer.
///
/// @param status 0 for never
public record ReceiverBehavior(int status, Duration after) {
  public static final ReceiverBehavior OK = of(200);
  public static final ReceiverBehavior UNAVAILABLE = of(503);
  public static final ReceiverBehavior NEVER = of(0);

  public static ReceiverBehavior of(int status) {
    return new ReceiverBehavior(status, Duration.ZERO);
  }

  public static ReceiverBehavior okAfter(Duration after) {
    return new ReceiverBehavior(200, after);
  }
}
