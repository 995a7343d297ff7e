package io.timeledger.calendar.kafka;

import io.micrometer.core.instrument.Tags;
import io.timeledger.calendar.postgres.CalendarTables;
import io.timeledger.runtime.kafka.LoopTimings;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Consumes events, secrets of connections and commands of members. Never waits for provider calls.
///
/// A command waits until all events and secrets that precede it on the log are applied, so that a
/// round right after connecting finds its connection.
public final class CalendarIntakeLoop {
  private static final Duration POLL = Duration.ofMillis(500);

  private CalendarIntakeLoop() {}

  /// @param partitions number that the topics must have
  /// @param preparation must succeed before anything is read
  public static PositionedConsumer of(
      ConnectorKafkaClients clients,
      int partitions,
      CalendarTables tables,
      CalendarApplier applier,
      Runnable preparation) {
    return PositionedConsumer.of(
            "calendar-intake",
            List.of(Topic.EVENTS, Topic.SECRETS, Topic.CALENDAR_COMMANDS),
            clients::consumer,
            applier)
        .partitions(partitions)
        .after(Topic.CALENDAR_COMMANDS, Set.of(Topic.EVENTS, Topic.SECRETS))
        .ends(clients::ends)
        .prepare(preparation)
        .probe(tables::touch)
        .timings(
            new LoopTimings(
                POLL, POLL, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5)))
        .events("intake")
        .meters("timeledger.calendar.intake", Tags.empty())
        .build();
  }
}
