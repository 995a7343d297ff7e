package io.timeledger.webhooks.queue;

import io.timeledger.egress.HttpCall;
import io.timeledger.egress.HttpCaller;
import io.timeledger.egress.HttpExchange;
import io.timeledger.egress.RetryAfter;
import io.timeledger.runtime.SpanScope;
import io.timeledger.runtime.Trace;
import io.timeledger.runtime.Tracing;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.attempt.Lease;
import io.timeledger.webhooks.attempt.OutcomePolicy;
import io.timeledger.webhooks.attempt.ReceiverAnswer;
import io.timeledger.webhooks.attempt.ReceiverAnswer.Directive;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Makes attempts: signs, calls, and reads what the answer means.
public final class Attempts {
  /// Of an answer, for the delivery log.
  private static final int MOST_READ = 16 * 1024;

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  private final HttpCaller caller;
  private final Duration deadline;
  private final String origin;
  private final Tracing tracing;
  private volatile boolean cutting;

  /// @param deadline of each call
  /// @param origin how this platform is called towards receivers
  public Attempts(HttpCaller caller, Duration deadline, String origin, Tracing tracing) {
    this.caller = caller;
    this.deadline = deadline;
    this.origin = origin;
    this.tracing = tracing;
  }

  /// From now on, calls that end without an answer were cut by ourselves.
  void cut() {
    cutting = true;
    caller.close();
  }

  AttemptResult make(DueDelivery due) {
    Lease lease = due.lease();
    try (SpanScope span = tracing.calling("POST webhook", Trace.parse(lease.traceparent()))) {
      AttemptResult result = attempt(due);
      tell(result);
      describe(span, result);
      return result;
    }
  }

  // The URL is left out: it can contain secrets.
  private static void describe(SpanScope span, AttemptResult result) {
    ReceiverAnswer answer = result.answer();
    span.with("http.request.method", "POST")
        .with("timeledger.delivery_id", result.lease().deliveryId().toString())
        .with("timeledger.attempt", result.lease().attemptNo())
        .with("timeledger.outcome", answer.outcome().wireName());
    if (answer.statusCode() != null) {
      span.with("http.response.status_code", answer.statusCode());
    }
    if (!OutcomePolicy.isSuccess(answer.outcome())) {
      span.failed();
    }
  }

  private static void tell(AttemptResult result) {
    Lease lease = result.lease();
    boolean success = OutcomePolicy.isSuccess(result.answer().outcome());
    log.atLevel(success ? Level.DEBUG : Level.INFO)
        .log(
            "event=attempt delivery={} webhook={} attempt={} outcome={} status={} took_ms={}",
            lease.deliveryId(),
            lease.webhookId(),
            lease.attemptNo(),
            result.answer().outcome().wireName(),
            result.answer().statusCode(),
            Duration.between(lease.startedAt(), result.endedAt()).toMillis());
  }

  private AttemptResult attempt(DueDelivery due) {
    Optional<String> fault = due.endpoint().fault();
    if (fault.isPresent()) {
      return notMade(due, fault.get());
    }
    try {
      RequestHeaders headers = RequestHeaders.of(due, origin, due.now());
      Optional<URI> url = target(due);
      if (url.isEmpty()) {
        return notMade(due, AttemptOutcome.BLOCKED_ADDRESS, "the URL cannot be called");
      }
      HttpCall call = HttpCall.post(url.get(), headers.sent(), due.body(), left(due), MOST_READ);
      return ended(due, headers, caller.exchange(call));
    } catch (RuntimeException e) {
      log.error("event=attempt_failed delivery={}", due.lease().deliveryId(), e);
      return notMade(due, "the attempt could not be made: " + e.getClass().getSimpleName());
    }
  }

  private static Optional<URI> target(DueDelivery due) {
    try {
      return Optional.of(URI.create(due.endpoint().webhook().url()));
    } catch (IllegalArgumentException e) {
      log.debug("event=url_unreadable delivery={}", due.lease().deliveryId(), e);
      return Optional.empty();
    }
  }

  private Duration left(DueDelivery due) {
    Duration left = deadline.minus(due.elapsed());
    return left.isPositive() ? left : Duration.ofMillis(1);
  }

  private AttemptResult ended(DueDelivery due, RequestHeaders headers, HttpExchange exchange) {
    Instant at = due.now();
    boolean cut = cutting && exchange.statusCode() == null;
    ReceiverAnswer answer =
        cut ? ReceiverAnswer.of(AttemptOutcome.INTERRUPTED) : answer(exchange, at);
    String error = exchange.error() == null ? "" : exchange.error();
    return new AttemptResult(
        due.lease(),
        due.endpoint().webhook(),
        answer,
        exchange,
        cut ? "the dispatcher was stopped" : error,
        headers.logged(),
        headers.secretSeqs(),
        at);
  }

  private static ReceiverAnswer answer(HttpExchange exchange, Instant at) {
    Integer status = exchange.statusCode();
    if (status == null) {
      return ReceiverAnswer.of(OutcomePolicy.of(exchange.outcome(), status));
    }
    return new ReceiverAnswer(
        OutcomePolicy.of(exchange.outcome(), status),
        status,
        RetryAfter.appliesTo(status)
            ? exchange.header("retry-after").flatMap(value -> RetryAfter.parse(value, at))
            : Optional.empty(),
        Directive.of(exchange.header("webhook-delivery").orElse(null)));
  }

  private static AttemptResult notMade(DueDelivery due, String why) {
    return notMade(due, AttemptOutcome.PROXY_FAULT, why);
  }

  private static AttemptResult notMade(DueDelivery due, AttemptOutcome outcome, String why) {
    return new AttemptResult(
        due.lease(),
        due.endpoint().webhook(),
        ReceiverAnswer.of(outcome),
        null,
        why,
        Map.of(),
        List.of(),
        due.now());
  }
}
