package io.timeledger.webhooks.queue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.attempt.Lease;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/// Counts attempts and measures how long they took. No endpoint has figures of its own here: the
/// delivery log has them all.
public final class AttemptMeters {
  private static final Duration[] BUCKETS =
      Stream.of(5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 60_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final Map<AttemptOutcome, Counter> outcomes = new EnumMap<>(AttemptOutcome.class);
  private final Timer delay;
  private final Timer calls;
  private final Timer endToEnd;
  private final Counter expired;

  public AttemptMeters(MeterRegistry registry) {
    Arrays.stream(AttemptOutcome.values())
        .forEach(
            outcome ->
                outcomes.put(
                    outcome,
                    Counter.builder("timeledger.webhooks.attempts")
                        .description("Finished attempts, by outcome")
                        .tag("outcome", outcome.wireName())
                        .register(registry)));
    delay = timer(registry, "queue.delay", "Time from an attempt being due until its start");
    calls = timer(registry, "call", "Time from DNS lookup to the end of the response");
    endToEnd = timer(registry, "end.to.end", "Time from an event's intake to its delivery");
    expired =
        Counter.builder("timeledger.webhooks.leases.expired")
            .description("Attempts whose dispatcher stopped or froze before they finished")
            .register(registry);
  }

  void ended(Collection<AttemptResult> all) {
    all.forEach(this::ended);
  }

  void expired(int count) {
    expired.increment(count);
  }

  private void ended(AttemptResult result) {
    AttemptOutcome outcome = result.answer().outcome();
    Lease lease = result.lease();
    Counter counter = outcomes.get(outcome);
    if (counter != null) {
      counter.increment();
    }
    delay.record(Duration.between(lease.scheduledFor(), lease.startedAt()));
    if (result.exchange() != null) {
      calls.record(result.exchange().timings().total());
    }
    if (outcome == AttemptOutcome.DELIVERED) {
      endToEnd.record(Duration.between(lease.createdAt(), result.endedAt()));
    }
  }

  private static Timer timer(MeterRegistry registry, String name, String description) {
    return Timer.builder("timeledger.webhooks." + name)
        .description(description)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
