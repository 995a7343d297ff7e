package io.timeledger.calendar.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timeledger.calendar.round.DueWork;
import io.timeledger.calendar.round.DueWork.DueChannels;
import io.timeledger.calendar.round.DueWork.DueListing;
import io.timeledger.calendar.round.DueWork.DueRound;
import io.timeledger.calendar.round.RoundFigures;
import io.timeledger.calendar.round.RoundWatch;
import io.timeledger.schemas.resource.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/// Counts and times rounds. Tags name no member or connection.
public final class RoundMeters implements RoundWatch {
  private static final Duration[] BUCKETS =
      Stream.of(10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 60_000, 600_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;

  public RoundMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void ended(DueWork due, WorkOutcome outcome, RoundFigures figures, Duration took) {
    String kind =
        switch (due) {
          case DueListing _ -> "calendars";
          case DueRound _ -> figures.full() ? "full" : "next";
          case DueChannels _ -> "channels";
        };
    Provider provider = due.connection().provider();
    Timer.builder("timeledger.calendar.rounds")
        .description("Rounds that ended, by how they ended")
        .tags("provider", name(provider), "kind", kind, "outcome", name(outcome))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(took);
    if (due instanceof DueRound round && outcome == WorkOutcome.SUCCEEDED) {
      recordPush(round, took);
    }
    count("requests", "Requests to providers", "provider", name(provider), figures.requests());
    count("sources", "Events of calendars", "change", "changed", figures.applied().changed());
    count("sources", "Events of calendars", "change", "removed", figures.applied().removed());
    count("sources", "Events of calendars", "change", "unreadable", figures.unreadable());
    if (outcome == WorkOutcome.RESET) {
      count("resets", "Cursors that the provider forgot", "provider", name(provider), 1);
    }
  }

  private void recordPush(DueRound round, Duration took) {
    Instant pushedAt = round.pushedAt();
    if (pushedAt != null) {
      Timer.builder("timeledger.calendar.push.to.block")
          .description("Time from the report of a change until its blocks can be read")
          .serviceLevelObjectives(BUCKETS)
          .register(registry)
          .record(Duration.between(pushedAt, round.now().plus(took)));
    }
  }

  private void count(String name, String description, String tag, String value, int count) {
    Counter.builder("timeledger.calendar." + name)
        .description(description)
        .tag(tag, value)
        .register(registry)
        .increment(count);
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
