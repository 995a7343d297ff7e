package io.timeledger.webhooks.attempt;

import static java.util.Objects.requireNonNull;

import io.timeledger.egress.CallOutcome;
import io.timeledger.schemas.webhook.AttemptOutcome;
import org.jspecify.annotations.Nullable;

/// What each outcome of an attempt means.
public final class OutcomePolicy {
  private static final int TOO_MANY_REQUESTS = 429;

  private OutcomePolicy() {}

  /// What an answer with this status is. Any 4xx but 429 is final, also 408, 425 and the 404 of a
  /// deployment: that is the printed rule of the interface, and replay is the remedy.
  static AttemptOutcome ofStatus(int code) {
    return switch (code / 100) {
      case 2 -> AttemptOutcome.DELIVERED;
      case 3 -> AttemptOutcome.REDIRECT;
      case 4 -> code == TOO_MANY_REQUESTS ? AttemptOutcome.HTTP_429 : AttemptOutcome.HTTP_4XX;
      case 5 -> AttemptOutcome.HTTP_5XX;
      default -> AttemptOutcome.RESPONSE_INVALID;
    };
  }

  /// What the end of a call means for its attempt.
  ///
  /// @param status of the answer; null when there was none
  public static AttemptOutcome of(CallOutcome outcome, @Nullable Integer status) {
    return switch (outcome) {
      case ANSWERED -> ofStatus(requireNonNull(status));
      case TIMEOUT -> AttemptOutcome.TIMEOUT;
      case DNS -> AttemptOutcome.DNS;
      case REFUSED -> AttemptOutcome.REFUSED;
      case RESET -> AttemptOutcome.RESET;
      case TLS -> AttemptOutcome.TLS;
      case BLOCKED_ADDRESS -> AttemptOutcome.BLOCKED_ADDRESS;
      case RESPONSE_INVALID -> AttemptOutcome.RESPONSE_INVALID;
    };
  }

  public static boolean isSuccess(AttemptOutcome outcome) {
    return outcome == AttemptOutcome.DELIVERED;
  }

  /// Whether no further attempt can help. A redirect can pass, as pages that announce maintenance
  /// redirect, and so can an address that may not be called, since names change.
  static boolean isPermanent(AttemptOutcome outcome) {
    return outcome == AttemptOutcome.HTTP_4XX;
  }

  /// Whether it is the receiver's, and so uses up the retry schedule; the others are our own.
  static boolean isBilled(AttemptOutcome outcome) {
    return outcome != AttemptOutcome.INTERRUPTED && outcome != AttemptOutcome.PROXY_FAULT;
  }
}
