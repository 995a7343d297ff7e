package io.timeledger.streams.projector.kafka;

import io.micrometer.core.instrument.Tags;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.LoopTimings;
import io.timeledger.runtime.kafka.PositionedConsumer;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.streams.projector.postgres.Projections;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/// What all loops of the projector have in common.
final class ProjectorLoop {
  private ProjectorLoop() {}

  /// @param gathering minimum interval between polls after one with few records, so that single
  ///     records share a transaction
  /// @param projections made live before anything is read
  static PositionedConsumer of(
      String name,
      Collection<Topic> topics,
      Supplier<Consumer<String, byte[]>> consumers,
      BatchApplier applier,
      Duration gathering,
      Projections projections) {
    return PositionedConsumer.of(name, topics, consumers, applier)
        .prepare(projections::ensureLive)
        .probe(projections::touch)
        .timings(LoopTimings.DEFAULT.gathering(gathering))
        .events("projector")
        .meters("timeledger.projector", Tags.of("loop", name))
        .build();
  }
}
