package io.timeledger.ingest.calendar.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Counts requests of providers by what became of them.
final class PushMetrics {
  private final Map<PushOutcome, Counter> counters = new EnumMap<>(PushOutcome.class);

  PushMetrics(MeterRegistry registry) {
    Arrays.stream(PushOutcome.values())
        .forEach(
            outcome ->
                counters.put(
                    outcome,
                    Counter.builder("timeledger.calendar.push")
                        .description("Pushes of calendar providers, by what became of them")
                        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                        .register(registry)));
  }

  void count(PushOutcome outcome) {
    Objects.requireNonNull(counters.get(outcome)).increment();
  }
}
