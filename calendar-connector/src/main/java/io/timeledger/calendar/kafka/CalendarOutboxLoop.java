package io.timeledger.calendar.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.calendar.lane.WorkSignal;
import io.timeledger.calendar.postgres.CalendarOutbox;
import io.timeledger.calendar.postgres.OutgoingRecord;
import io.timeledger.schemas.kafka.Topic;
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

/// Sends what stands in the outbox, each record at least once and in order, for as long as the
/// application runs.
public final class CalendarOutboxLoop implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(CalendarOutboxLoop.class);
  private static final int MOST_AT_ONCE = 500;

  /// For what another instance wrote that is gone: this one's writers tell.
  private static final Duration BACKSTOP = Duration.ofMillis(500);

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SENT_WITHIN = Duration.ofSeconds(15);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

  private final ConnectorKafkaClients clients;
  private final CalendarOutbox outbox;
  private final WorkSignal written;
  private final Runnable preparation;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = Thread.ofPlatform().name("calendar-outbox").unstarted(this::run);

  /// @param written signalled when the outbox was written; may be spurious
  /// @param preparation what must have worked before the outbox is looked into
  public CalendarOutboxLoop(
      ConnectorKafkaClients clients,
      CalendarOutbox outbox,
      WorkSignal written,
      Runnable preparation) {
    this.clients = clients;
    this.outbox = outbox;
    this.written = written;
    this.preparation = preparation;
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
        log.warn("event=outbox_not_stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Stopped after all that writes to it.
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
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
      if (outbox.drain(MOST_AT_ONCE, records -> send(producer, records)) == 0) {
        written.await(BACKSTOP);
      }
    } catch (InterruptedException e) {
      stopping.countDown();
    } catch (RuntimeException e) {
      log.warn("event=outbox_failed retry_in_ms={}", PAUSE.toMillis(), e);
      rest();
    }
  }

  private static void send(Producer<String, byte[]> producer, List<OutgoingRecord> records) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    records.forEach(outgoing -> sent.add(producer.send(recordOf(outgoing))));
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

  private static ProducerRecord<String, byte[]> recordOf(OutgoingRecord outgoing) {
    Topic topic =
        switch (outgoing.channel()) {
          case BLOCKS -> Topic.CALENDAR_BLOCKS;
          case MARKS -> Topic.CALENDAR_MARKS;
          case REPLIES -> Topic.CALENDAR_REPLIES;
          case LEDGER -> Topic.COMMANDS;
        };
    var value = outgoing.value();
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(
            topic.topicName(), outgoing.key(), value == null ? null : value.array());
    outgoing
        .headers()
        .forEach((name, text) -> kafkaRecord.headers().add(name, text.getBytes(UTF_8)));
    return kafkaRecord;
  }

  private void rest() {
    try {
      if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("event=outbox_stopping");
      }
    } catch (InterruptedException e) {
      stopping.countDown();
    }
  }
}
