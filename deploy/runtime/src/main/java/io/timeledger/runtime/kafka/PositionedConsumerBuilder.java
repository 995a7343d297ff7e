package io.timeledger.runtime.kafka;

import io.micrometer.core.instrument.Tags;
import io.timeledger.schemas.kafka.Topic;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/// Describes a [PositionedConsumer].
public final class PositionedConsumerBuilder {
  final String name;
  final List<String> topics;
  final Supplier<Consumer<String, byte[]>> consumers;
  final BatchApplier applier;
  final TopicOrder order = new TopicOrder();
  LoopTimings timings = LoopTimings.DEFAULT;
  Runnable preparation = () -> {};
  Runnable probe = () -> {};
  InstantSource clock = InstantSource.system();
  String eventPrefix = "consumer";
  String meterPrefix = "timeledger.consumer";
  Tags tags = Tags.empty();
  @Nullable Integer partitions;
  @Nullable Supplier<LogEnds> ends;

  PositionedConsumerBuilder(
      String name,
      Collection<Topic> topics,
      Supplier<Consumer<String, byte[]>> consumers,
      BatchApplier applier) {
    this.name = name;
    this.topics = topics.stream().map(Topic::topicName).toList();
    this.consumers = consumers;
    this.applier = applier;
  }

  /// The number of partitions that each topic must have before anything is read; default: any.
  public PositionedConsumerBuilder partitions(int expected) {
    partitions = expected;
    return this;
  }

  /// Holds records of a topic back until all records of others that precede them on the log are
  /// applied. Then no record is applied apart from the others of its partition number.
  public PositionedConsumerBuilder after(Topic topic, Set<Topic> earlier) {
    order.put(topic, earlier);
    return this;
  }

  /// Asks where partitions end; created again after each failure. Default: the reading consumer,
  /// whose answer comes after the fetch that waits for records.
  public PositionedConsumerBuilder ends(Supplier<LogEnds> clients) {
    ends = clients;
    return this;
  }

  /// What must succeed before anything is read, such as a migration; repeated after each failure.
  public PositionedConsumerBuilder prepare(Runnable work) {
    preparation = work;
    return this;
  }

  /// Returns once the database has responded, and throws if it does not. Called every few seconds
  /// while there is nothing to apply.
  public PositionedConsumerBuilder probe(Runnable query) {
    probe = query;
    return this;
  }

  public PositionedConsumerBuilder timings(LoopTimings durations) {
    timings = durations;
    return this;
  }

  public PositionedConsumerBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /// First word of the names of log events, such as `intake` of `intake_failed`.
  public PositionedConsumerBuilder events(String prefix) {
    eventPrefix = prefix;
    return this;
  }

  /// Names `lag`, `age` and `refused`, the metrics of the loop.
  public PositionedConsumerBuilder meters(String prefix, Tags withTags) {
    meterPrefix = prefix;
    tags = withTags;
    return this;
  }

  public PositionedConsumer build() {
    return new PositionedConsumer(this);
  }
}
