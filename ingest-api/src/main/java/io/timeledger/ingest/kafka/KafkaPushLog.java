package io.timeledger.ingest.kafka;

import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;

import io.timeledger.ingest.calendar.push.PushLog;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;

/// Publishes pushes to `time.calendar-commands.v1`.
final class KafkaPushLog implements PushLog, DisposableBean {
  /// Providers give up after 10 s.
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final AcknowledgedPublisher publisher;

  KafkaPushLog(IngestKafkaClients clients) {
    this.publisher = new AcknowledgedPublisher(clients, "pushes", PATIENCE);
  }

  @Override
  public void publish(CalendarEnvelope command) {
    publisher.publish(
        List.of(
            CommandRecords.of(
                Topic.CALENDAR_COMMANDS,
                command.workspaceId(),
                command.id(),
                TopicSerdes.CALENDAR_COMMANDS.codec().write(command))),
        LOG_UNAVAILABLE.meaning());
  }

  @Override
  public void destroy() {
    publisher.close();
  }
}
