package io.timeledger.ingest.kafka;

import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.runtime.kafka.ServiceProducerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/// Publishes records that get no reply, and waits until the log has them. Its producer begins with
/// the first one. Thread-safe.
final class AcknowledgedPublisher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(AcknowledgedPublisher.class);

  private final String purpose;
  private final Duration patience;
  private final ServiceProducerFactory producers;
  private final KafkaTemplate<String, byte[]> template;

  /// @param purpose names the producer, in logs of the broker too
  /// @param patience for all records of a call
  AcknowledgedPublisher(IngestKafkaClients clients, String purpose, Duration patience) {
    this.purpose = purpose;
    this.patience = patience;
    this.producers = clients.producers(purpose);
    this.template = producers.template();
  }

  /// @param words for the client if the log may lack some of the records
  void publish(List<ProducerRecord<String, byte[]>> records, String words) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      List<Future<SendResult<String, byte[]>>> sent = new ArrayList<>();
      for (ProducerRecord<String, byte[]> kafkaRecord : records) {
        sent.add(template.send(kafkaRecord));
      }
      for (Future<SendResult<String, byte[]>> one : sent) {
        one.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e, words);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw unavailable(e, words);
    }
  }

  @Override
  public void close() {
    producers.destroy();
  }

  private ApiException unavailable(Exception e, String words) {
    log.warn("event=send_failed purpose={} reason=\"{}\"", purpose, String.valueOf(e));
    return ApiException.of(LOG_UNAVAILABLE, words);
  }
}
