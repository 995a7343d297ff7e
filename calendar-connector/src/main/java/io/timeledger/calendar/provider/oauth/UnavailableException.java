package io.timeledger.calendar.provider.oauth;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.TransportFaults;
import io.timeledger.egress.HttpExchange;
import io.timeledger.egress.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call without a usable answer. Passes through Spring's client, which knows no such distinction.
final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final transient ProviderFault fault;

  private UnavailableException(ProviderFault fault) {
    super(fault.reason().code());
    this.fault = fault;
  }

  ProviderFault fault() {
    return fault;
  }

  /// @param now when the answer came
  static void check(HttpExchange answer, Instant now) {
    Optional<ProviderFault> fault = TransportFaults.of(answer);
    if (fault.isPresent()) {
      throw new UnavailableException(fault.get());
    }
    int status = Objects.requireNonNull(answer.statusCode(), "no answer");
    if (status == TOO_MANY_REQUESTS) {
      throw new UnavailableException(
          new ProviderFault.Throttled(FaultReason.RATE_LIMITED, retryAfter(answer, now)));
    }
    if (status >= SERVER_ERROR) {
      throw new UnavailableException(new ProviderFault.Transient(FaultReason.SERVER_FAILED));
    }
    if (answer.body().truncated()) {
      throw new UnavailableException(new ProviderFault.Transient(FaultReason.ANSWER_UNEXPECTED));
    }
  }

  private static @Nullable Duration retryAfter(HttpExchange answer, Instant now) {
    return answer.header("retry-after").flatMap(text -> RetryAfter.parse(text, now)).orElse(null);
  }
}
