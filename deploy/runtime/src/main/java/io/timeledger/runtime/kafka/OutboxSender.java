package io.timeledger.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.runtime.WorkSignal;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sends the records of an outbox as long as the application runs, each at least once and in the
/// order in which the queue yields them. Any failure is retried forever.
public final class OutboxSender implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
  private static final int MOST_AT_ONCE = 500;

  /// Finds records of an instance that is gone: writers of this instance signal.
  private static final Duration BACKSTOP = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SENT_WITHIN = Duration.ofSeconds(15);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final OutboxQueue queue;
  private final Supplier<Producer<String, byte[]>> producers;
  private final WorkSignal written;
  private final Duration gathering;
  private final Runnable preparation;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  /// @param name of its thread
  /// @param written signalled after the outbox was written; may be spurious
  /// @param gathering pause after fewer records than fit into one transaction, so that records that
  ///     arrive one by one share the next
  /// @param preparation must succeed before each look into the outbox
  public OutboxSender(
      String name,
      OutboxQueue queue,
      Supplier<Producer<String, byte[]>> producers,
      WorkSignal written,
      Duration gathering,
      Runnable preparation) {
    this.queue = queue;
    this.producers = producers;
    this.written = written;
    this.gathering = gathering;
    this.preparation = preparation;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /// @param value null for a tombstone
  public static ProducerRecord<String, byte[]> recordOf(
      Topic topic, String key, Map<String, String> headers, byte @Nullable [] value) {
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(topic.topicName(), key, value);
    headers.forEach((name, text) -> kafkaRecord.headers().add(name, text.getBytes(UTF_8)));
    return kafkaRecord;
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    written.signal();
    try {
      if (!thread.join(STOP_TIMEOUT)) {
        log.warn("event=outbox_not_stopped loop={}", thread.getName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stops after everything that writes to the outbox.
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    try (Producer<String, byte[]> producer = producers.get()) {
      while (stopping.getCount() > 0) {
        drain(producer);
      }
    }
  }

  private void drain(Producer<String, byte[]> producer) {
    try {
      preparation.run();
      int sent = queue.drain(MOST_AT_ONCE, records -> send(producer, records));
      if (sent == 0) {
        written.await(BACKSTOP);
      } else if (sent < MOST_AT_ONCE) {
        rest(gathering);
      }
    } catch (InterruptedException e) {
      stopping.countDown();
    } catch (RuntimeException e) {
      log.warn("event=outbox_failed loop={} retry_in_ms={}", thread.getName(), PAUSE.toMillis(), e);
      rest(PAUSE);
    }
  }

  private static void send(
      Producer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) {
    List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get(SENT_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IllegalStateException("not sent", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private void rest(Duration time) {
    try {
      var _ = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }
}
