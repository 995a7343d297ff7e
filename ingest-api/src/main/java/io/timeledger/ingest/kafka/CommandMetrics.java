package io.timeledger.ingest.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.timeledger.ingest.command.CommandResult;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.util.stream.Stream;

/// Histogram of callers' waiting time, by command type and outcome.
final class CommandMetrics {
  private static final Duration[] BUCKETS =
      Stream.of(5, 10, 20, 30, 50, 80, 120, 200, 500, 1000, 2000, 5000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;

  CommandMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void took(Duration time, CommandEnvelope command, CommandResult<Reply> outcome) {
    Timer.builder("timeledger.commands")
        .description("Time from sending a command until the API knows its outcome")
        .tag("type", CommandCodec.typeOf(command.command().getClass()))
        .tag("outcome", nameOf(outcome))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(time);
  }

  private static String nameOf(CommandResult<Reply> outcome) {
    return switch (outcome) {
      case CommandResult.Decided<Reply>(var reply) ->
          reply.problem() == null ? "accepted" : "refused";
      case CommandResult.Pending<Reply>() -> "pending";
      case CommandResult.Unavailable<Reply>() -> "unavailable";
      case CommandResult.TooLarge<Reply>() -> "too_large";
    };
  }
}
