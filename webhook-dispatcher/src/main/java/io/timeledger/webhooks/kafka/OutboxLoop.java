package io.timeledger.webhooks.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.webhooks.postgres.Outbox;
import io.timeledger.webhooks.postgres.Outbox.OutboxMessage;
import io.timeledger.webhooks.queue.WakeUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sends what stands in the outbox, each record at least once and those of a workspace in order,
/// for as long as the application runs.
public final class OutboxLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxLoop.class);
  private static final int MOST_AT_ONCE = 500;

  /// Records that come one by one share a transaction.
  private static final Duration GATHERING = Duration.ofMillis(25);

  /// For what an instance left that is gone: this one's writers tell.
  private static final Duration BACKSTOP = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SENT_WITHIN = Duration.ofSeconds(15);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final DispatcherKafkaClients clients;
  private final Outbox outbox;
  private final WakeUp wakeUp;
  private final Runnable preparation;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("webhook-outbox").unstarted(this::run);

  /// @param wakeUp signalled when the outbox was written; may be spurious
  /// @param preparation what must have worked before the outbox is looked into
  public OutboxLoop(
      DispatcherKafkaClients clients, Outbox outbox, WakeUp wakeUp, Runnable preparation) {
    this.clients = clients;
    this.outbox = outbox;
    this.wakeUp = wakeUp;
    this.preparation = preparation;
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    wakeUp.signal();
    try {
      if (!thread.join(STOP_TIMEOUT)) {
        log.warn("event=outbox_not_stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isAlive();
  }

  private void run() {
    try (Producer<String, byte[]> producer = clients.producer()) {
      while (stopping.getCount() > 0) {
        drain(producer);
      }
    }
  }

  private void drain(Producer<String, byte[]> producer) {
    try {
      preparation.run();
      int sent = outbox.drain(MOST_AT_ONCE, messages -> send(producer, messages));
      if (sent == 0) {
        wakeUp.await(BACKSTOP);
      } else if (sent < MOST_AT_ONCE) {
        rest(GATHERING);
      }
    } catch (InterruptedException e) {
      stopping.countDown();
    } catch (RuntimeException e) {
      log.warn("event=outbox_failed retry_in_ms={}", PAUSE.toMillis(), e);
      rest(PAUSE);
    }
  }

  private static void send(Producer<String, byte[]> producer, List<OutboxMessage> messages) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    messages.forEach(message -> sent.add(producer.send(recordOf(message))));
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

  private static ProducerRecord<String, byte[]> recordOf(OutboxMessage message) {
    Topic topic =
        switch (message.channel()) {
          case OUTCOMES -> Topic.WEBHOOK_OUTCOMES;
          case REPLIES -> Topic.WEBHOOK_REPLIES;
          case LEDGER -> Topic.COMMANDS;
        };
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(
            topic.topicName(), RecordKeys.of(message.workspaceId()), message.value().array());
    message
        .headers()
        .forEach((name, value) -> kafkaRecord.headers().add(name, value.getBytes(UTF_8)));
    return kafkaRecord;
  }

  private void rest(Duration pause) {
    try {
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("event=outbox_stopping");
      }
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }
}
