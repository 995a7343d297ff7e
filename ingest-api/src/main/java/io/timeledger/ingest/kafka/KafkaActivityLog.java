package io.timeledger.ingest.kafka;

import io.timeledger.ingest.activity.ActivityLog;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.ActivitySlot;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.DisposableBean;

/// Publishes to `time.activities.v1`, one record per slot, keyed by member.
final class KafkaActivityLog implements ActivityLog, DisposableBean {
  /// The producer gives up earlier by itself.
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private final AcknowledgedPublisher publisher;

  KafkaActivityLog(IngestKafkaClients clients) {
    this.publisher = new AcknowledgedPublisher(clients, "activities", PATIENCE);
  }

  @Override
  public void publish(List<ActivitySlot> slots) {
    publisher.publish(
        slots.stream().map(KafkaActivityLog::recordOf).toList(),
        "The log did not take all slots: send them again, those that it has change nothing.");
  }

  private static ProducerRecord<String, byte[]> recordOf(ActivitySlot slot) {
    return new ProducerRecord<>(
        Topic.ACTIVITIES.topicName(),
        RecordKeys.of(slot.workspaceId(), slot.userId()),
        TopicSerdes.ACTIVITIES.codec().write(slot));
  }

  @Override
  public void destroy() {
    publisher.close();
  }
}
