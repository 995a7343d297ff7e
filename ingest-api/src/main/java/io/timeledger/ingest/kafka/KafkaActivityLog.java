package io.timeledger.ingest.kafka;

import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;

import io.timeledger.ingest.activity.ActivityLog;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.runtime.kafka.ServiceProducerFactory;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.ActivitySlot;
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
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/// Publishes to `time.activities.v1`, one record per slot, keyed by member.
final class KafkaActivityLog implements ActivityLog, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(KafkaActivityLog.class);

  /// The producer gives up earlier by itself.
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final ServiceProducerFactory producers;
  private final KafkaTemplate<String, byte[]> template;

  KafkaActivityLog(IngestKafkaClients clients) {
    this.producers = clients.producers("activities");
    this.template = producers.template();
  }

  @Override
  public void publish(List<ActivitySlot> slots) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      List<Future<SendResult<String, byte[]>>> sent = new ArrayList<>();
      for (ActivitySlot slot : slots) {
        sent.add(template.send(recordOf(slot)));
      }
      for (Future<SendResult<String, byte[]>> one : sent) {
        one.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw unavailable(e);
    }
  }

  private static ProducerRecord<String, byte[]> recordOf(ActivitySlot slot) {
    return new ProducerRecord<>(
        Topic.ACTIVITIES.topicName(),
        RecordKeys.of(slot.workspaceId(), slot.userId()),
        TopicSerdes.ACTIVITIES.codec().write(slot));
  }

  private static ApiException unavailable(Exception e) {
    log.warn("event=activities_send_failed reason=\"{}\"", String.valueOf(e));
    return ApiException.of(
        LOG_UNAVAILABLE,
        "The log did not take all slots: send them again, those that it has change nothing.");
  }

  @Override
  public void destroy() {
    producers.destroy();
  }
}
