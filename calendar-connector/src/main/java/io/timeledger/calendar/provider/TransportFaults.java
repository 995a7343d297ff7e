package io.timeledger.calendar.provider;

import io.timeledger.egress.HttpExchange;
import java.util.Optional;

/// Classifies calls that ended without a response.
public final class TransportFaults {
  private TransportFaults() {}

  /// @return empty if there is a complete response, whatever its status
  public static Optional<ProviderFault> of(HttpExchange answer) {
    return switch (answer.outcome()) {
      case ANSWERED -> Optional.empty();
      case BLOCKED_ADDRESS -> Optional.of(new ProviderFault.Permanent(FaultReason.ADDRESS_BLOCKED));
      case TIMEOUT -> retry(FaultReason.TIMED_OUT);
      case DNS -> retry(FaultReason.NAME_UNKNOWN);
      case REFUSED, RESET -> retry(FaultReason.NOT_REACHABLE);
      case TLS -> retry(FaultReason.TLS_FAILED);
      case RESPONSE_INVALID -> retry(FaultReason.ANSWER_INVALID);
    };
  }

  private static Optional<ProviderFault> retry(FaultReason reason) {
    return Optional.of(new ProviderFault.Transient(reason));
  }
}
