package io.timeledger.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.runtime.WorkSignal;
import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class OutboxSenderTest {
  private final AtomicBoolean refuses = new AtomicBoolean();
  private final AtomicInteger preparations = new AtomicInteger();
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          false, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer()) {
        @Override
        public synchronized void flush() {
          if (refuses.getAndSet(false)) {
            errorNext(new NotEnoughReplicasException("for the test"));
          }
          super.flush();
        }
      };
  private final QueueInMemory queue = new QueueInMemory();
  private final WorkSignal written = new WorkSignal();
  private final OutboxSender sender =
      new OutboxSender(
          "outbox", queue, () -> producer, written, Duration.ZERO, preparations::incrementAndGet);

  @AfterEach
  void stop() {
    sender.stop();
  }

  @Test
  void sendsInTheOrderOfTheQueueAndRemovesWhatItSent() throws Exception {
    queue.put(1200);

    sender.start();

    queue.awaitEmpty();
    assertThat(producer.history())
        .extracting(ProducerRecord::key)
        .containsExactlyElementsOf(QueueInMemory.keys(1200));
    assertThat(preparations.get()).isGreaterThanOrEqualTo(3);
  }

  @Test
  void keepsWhatWasNotSentAndSendsItAgain() throws Exception {
    queue.put(2);
    refuses.set(true);

    sender.start();

    queue.awaitEmpty();
    assertThat(producer.history())
        .extracting(ProducerRecord::key)
        .containsExactly("key-0", "key-1", "key-0", "key-1");
  }

  @Test
  void closesItsProducerWhenItStops() {
    sender.start();

    sender.stop();

    assertThat(sender.isRunning()).isFalse();
    assertThat(producer.closed()).isTrue();
  }

  private static final class QueueInMemory implements OutboxQueue {
    private final List<ProducerRecord<String, byte[]>> waiting = new ArrayList<>();

    synchronized void put(int many) {
      for (String key : keys(many)) {
        waiting.add(OutboxSender.recordOf(Topic.COMMANDS, key, Map.of(), new byte[0]));
      }
    }

    @Override
    public synchronized int drain(int most, Consumer<List<ProducerRecord<String, byte[]>>> send) {
      List<ProducerRecord<String, byte[]>> oldest =
          waiting.subList(0, Math.min(most, waiting.size()));
      int sent = oldest.size();
      send.accept(List.copyOf(oldest));
      oldest.clear();
      notifyAll();
      return sent;
    }

    synchronized void awaitEmpty() throws InterruptedException {
      while (!waiting.isEmpty()) {
        wait();
      }
    }

    static List<String> keys(int many) {
      List<String> keys = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        keys.add("key-" + i);
      }
      return keys;
    }
  }
}
