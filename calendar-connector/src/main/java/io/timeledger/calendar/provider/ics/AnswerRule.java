package io.timeledger.calendar.provider.ics;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.TransportFaults;
import io.timeledger.egress.HttpExchange;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Classifies HTTP responses.
final class AnswerRule {
  private AnswerRule() {}

  static boolean isUnchanged(HttpExchange answer) {
    return Objects.equals(answer.statusCode(), 304);
  }

  /// @return null for a file and for an unchanged one
  static @Nullable ProviderFault fault(HttpExchange answer, Optional<Duration> retryAfter) {
    return TransportFaults.of(answer)
        .orElseGet(
            () -> fault(Objects.requireNonNull(answer.statusCode()), retryAfter.orElse(null)));
  }

  private static @Nullable ProviderFault fault(int status, @Nullable Duration retryAfter) {
    return switch (status) {
      case 200, 203, 304 -> null;
      case 401, 403 -> new ProviderFault.AuthLost(FaultReason.ADDRESS_REFUSED);
      case 410 -> new ProviderFault.AuthLost(FaultReason.ADDRESS_GONE);
      // Servers also answer 404 during maintenance, so retries may succeed.
      case 404 -> new ProviderFault.Permanent(FaultReason.ADDRESS_GONE);
      case 408 -> new ProviderFault.Transient(FaultReason.TIMED_OUT);
      case 429 -> new ProviderFault.Throttled(FaultReason.RATE_LIMITED, retryAfter);
      case 503 -> new ProviderFault.Throttled(FaultReason.SERVER_FAILED, retryAfter);
      default ->
          status >= 500
              ? new ProviderFault.Transient(FaultReason.SERVER_FAILED)
              : new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED);
    };
  }
}
