package io.timeledger.runtime.kafka.request;

import io.timeledger.runtime.kafka.Partitions;
import io.timeledger.runtime.kafka.ServiceConsumerFactory;
import io.timeledger.runtime.kafka.ServiceProducerFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.requestreply.RequestReplyFuture;
import org.springframework.kafka.support.SendResult;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.TopicPartitionOffset.SeekPosition;

/// Request and reply by spring-kafka's `ReplyingKafkaTemplate`. Reads all partitions of the topic
/// of replies, and never a topic with another partition count than the platform's. Starts in the
/// background, and retries until the log is there.
public final class TemplateRequestReply extends AddressedRequests implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TemplateRequestReply.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  /// Longer than the consumer takes to give up.
  private static final Duration FIRST_POLL_LIMIT = Duration.ofSeconds(30);

  private final String name;
  private final String topic;
  private final int partitions;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final ServiceProducerFactory producers;
  private final ReplyTimeouts timeouts;
  private final PositionedReplyTemplate template;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread starter;

  /// @param sender the process, unique among all that ever wait on the topic
  /// @param name of the threads
  /// @param topic of the replies
  /// @param producers closed with this
  public TemplateRequestReply(
      String sender,
      String name,
      String topic,
      int partitions,
      ServiceProducerFactory producers,
      Supplier<Consumer<String, byte[]>> consumers) {
    super(sender);
    this.name = name;
    this.topic = topic;
    this.partitions = partitions;
    this.producers = producers;
    this.consumers = consumers;
    this.timeouts = new ReplyTimeouts(name + "-timeouts-");
    this.template =
        new PositionedReplyTemplate(producers, container(), timeouts, this::nextAddress);
  }

  private KafkaMessageListenerContainer<String, byte[]> container() {
    ContainerProperties properties =
        new ContainerProperties(
            IntStream.range(0, partitions)
                .mapToObj(number -> new TopicPartitionOffset(topic, number, SeekPosition.END))
                .toArray(TopicPartitionOffset[]::new));
    SimpleAsyncTaskExecutor thread = new SimpleAsyncTaskExecutor(name + "-");
    thread.setDaemon(true);
    properties.setListenerTaskExecutor(thread);
    properties.setScheduler(timeouts);
    properties.setMicrometerEnabled(false);
    properties.setPollTimeout(POLL.toMillis());
    properties.setShutdownTimeout(STOP_LIMIT.toMillis());
    properties.setAuthExceptionRetryInterval(RETRY);
    return new KafkaMessageListenerContainer<>(
        new ServiceConsumerFactory(this::checkedConsumer), properties);
  }

  private Consumer<String, byte[]> checkedConsumer() {
    Consumer<String, byte[]> consumer = consumers.get();
    try {
      List<TopicPartition> _ = Partitions.of(consumer, List.of(topic), partitions);
      return consumer;
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  @Override
  public boolean isPositioned() {
    return template.isPositioned();
  }

  @Override
  protected PendingRequest send(ProducerRecord<String, byte[]> request, Duration patience) {
    try {
      RequestReplyFuture<String, byte[], byte[]> reply =
          template.sendAndReceive(request, patience.plus(PendingRequest.SEND_GRACE));
      timeouts.endWith(reply);
      CompletableFuture<SendResult<String, byte[]>> sent = reply.getSendFuture();
      if (sent != null) {
        CompletableFuture<SendResult<String, byte[]>> _ =
            sent.whenComplete((_, e) -> failed(reply, e));
      }
      return new PendingRequest(reply, sent);
    } catch (org.springframework.kafka.KafkaException e) {
      return PendingRequest.notSent(e);
    }
  }

  private static void failed(CompletableFuture<?> reply, @Nullable Throwable e) {
    if (e != null) {
      reply.completeExceptionally(e);
    }
  }

  @Override
  public void start() {
    timeouts.initialize();
    starter = Thread.ofPlatform().name(name + "-start").daemon().start(this::keepPositioned);
  }

  /// Starts the container again whenever it ended: spring-kafka does not after a fatal error.
  private void keepPositioned() {
    try {
      while (stopped.getCount() > 0) {
        if (!template.isPositioned()) {
          restart();
        }
        boolean _ = stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void restart() throws InterruptedException {
    try {
      template.stop();
      template.start();
      if (hasPosition()) {
        log.info("event=reply_reader_positioned reader={} partitions={}", name, partitions);
      } else {
        log.warn("event=reader_restarts reader={} reason=\"no position\"", name);
      }
    } catch (KafkaException e) {
      log.warn("event=reader_restarts reader={} reason=\"{}\"", name, e.getMessage());
    }
  }

  /// Waits for the first position. The template's own wait ends at once after a restart.
  private boolean hasPosition() throws InterruptedException {
    long start = System.nanoTime();
    while (!template.isPositioned()) {
      if (System.nanoTime() - start > FIRST_POLL_LIMIT.toNanos()
          || stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void stop() {
    stopped.countDown();
    Thread starting = starter;
    if (starting != null) {
      starting.interrupt();
      try {
        starting.join(STOP_LIMIT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      template.stop();
      timeouts.shutdown();
      producers.destroy();
      starter = null;
    }
  }

  /// Before the web server starts, and after it stopped: requests that end still get their replies.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public boolean isRunning() {
    return starter != null;
  }
}
