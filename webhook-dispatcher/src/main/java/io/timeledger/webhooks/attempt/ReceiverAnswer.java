package io.timeledger.webhooks.attempt;

import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.webhook.AttemptOutcome;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parts of a response that decide the next step.
///
/// @param statusCode null when there was no answer
/// @param retryAfter what the answer asks for, where it may ask
/// @param directive of the header `webhook-delivery`
public record ReceiverAnswer(
    AttemptOutcome outcome,
    @Nullable Integer statusCode,
    Optional<Duration> retryAfter,
    Directive directive) {
  private static final int GONE = 410;

  /// What a receiver may ask for in the header `webhook-delivery` of its answer.
  public enum Directive {
    NONE,
    /// `abort-message`: no further attempt of this delivery.
    ABORT_MESSAGE,
    /// `disable`: nothing more at all.
    DISABLE;

    public static Directive of(@Nullable String header) {
      return switch (header == null ? "" : header.strip()) {
        case "abort-message" -> ABORT_MESSAGE;
        case "disable" -> DISABLE;
        default -> NONE;
      };
    }
  }

  public static ReceiverAnswer of(AttemptOutcome outcome) {
    return new ReceiverAnswer(outcome, null, Optional.empty(), Directive.NONE);
  }

  /// Why the endpoint is to be disabled at once; empty when it is not.
  Optional<DisabledReason> disables() {
    if (statusCode != null && statusCode == GONE) {
      return Optional.of(DisabledReason.GONE);
    }
    return directive == Directive.DISABLE ? Optional.of(DisabledReason.ASKED) : Optional.empty();
  }
}
