package io.timeledger.runtime.kafka.request;

import io.timeledger.schemas.kafka.HeaderNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.GenericMessageListenerContainer;
import org.springframework.kafka.requestreply.CorrelationKey;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.scheduling.TaskScheduler;

/// spring-kafka's template with the platform's headers. Knows whether its consumer has a position.
final class PositionedReplyTemplate extends ReplyingKafkaTemplate<String, byte[], byte[]> {
  private volatile boolean positioned;

  /// @param addresses a new one for each request
  PositionedReplyTemplate(
      ProducerFactory<String, byte[]> producers,
      GenericMessageListenerContainer<String, byte[]> replies,
      TaskScheduler timeouts,
      Supplier<byte[]> addresses) {
    super(producers, replies);
    setTaskScheduler(timeouts);
    setMicrometerEnabled(false); // the clients' own metrics are published
    setProducerListener(new ProducerListener<>() {}); // failures are logged by who waits
    setSharedReplyTopic(true);
    setCorrelationHeaderName(HeaderNames.API_INSTANCE);
    setCorrelationIdStrategy(_ -> new CorrelationKey(addresses.get()));
    // With one partition it would add headers to say where to reply, unless they are there.
    setReplyTopicHeaderName(HeaderNames.COMMAND_ID);
    setReplyPartitionHeaderName(HeaderNames.COMMAND_ID);
  }

  boolean isPositioned() {
    return positioned;
  }

  /// Called after the container has queried the position at the end of each partition.
  @Override
  public void onPartitionsAssigned(
      Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
    positioned = true;
  }

  /// Leaves out replies to services, which wait for none and send no address: the template would
  /// call them errors.
  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> replies) {
    super.onMessage(
        replies.stream()
            .filter(reply -> reply.headers().lastHeader(HeaderNames.API_INSTANCE) != null)
            .toList());
  }

  /// Called when the container ends, for whatever reason.
  @Override
  public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
    positioned = false;
  }
}
