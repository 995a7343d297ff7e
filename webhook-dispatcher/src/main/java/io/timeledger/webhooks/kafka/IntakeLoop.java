package io.timeledger.webhooks.kafka;

import io.micrometer.core.instrument.Tags;
import io.timeledger.runtime.kafka.LoopTimings;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Consumes events, secrets and webhook commands. It never waits for a call.
///
/// A command waits until all events and secrets that precede it on the log are applied, so that a
/// test right after the creation of its webhook finds it.
public final class IntakeLoop {
  private static final Duration POLL = Duration.ofMillis(500);

  private IntakeLoop() {}

  /// @param partitions that the topics must have
  /// @param preparation what must have worked before anything is read
  public static PositionedConsumer of(
      DispatcherKafkaClients clients, int partitions, IntakeApplier applier, Runnable preparation) {
    return PositionedConsumer.of(
            "webhook-intake",
            List.of(Topic.EVENTS, Topic.SECRETS, Topic.WEBHOOK_COMMANDS),
            clients::consumer,
            applier)
        .partitions(partitions)
        .after(Topic.WEBHOOK_COMMANDS, Set.of(Topic.EVENTS, Topic.SECRETS))
        .ends(clients::ends)
        .prepare(preparation)
        .timings(
            new LoopTimings(
                POLL, POLL, Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(5)))
        .events("intake")
        .meters("timeledger.webhooks.fanout", Tags.empty())
        .build();
  }
}
