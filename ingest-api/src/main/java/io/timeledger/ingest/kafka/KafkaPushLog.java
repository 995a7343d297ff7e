package io.timeledger.ingest.kafka;

import static io.timeledger.schemas.reply.ErrorCode.LOG_UNAVAILABLE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.ingest.calendar.push.PushLog;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.runtime.Trace;
import io.timeledger.runtime.kafka.ServiceProducerFactory;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/// Publishes pushes to `time.calendar-commands.v1`. Its producer begins with the first one.
final class KafkaPushLog implements PushLog, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(KafkaPushLog.class);

  /// Providers give up after 10 s.
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private final ServiceProducerFactory producers;
  private final KafkaTemplate<String, byte[]> template;

  KafkaPushLog(IngestKafkaClients clients) {
    this.producers = clients.producers("pushes");
    this.template = producers.template();
  }

  @Override
  public void publish(CalendarEnvelope command) {
    try {
      template.send(recordOf(command)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(e);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw unavailable(e);
    }
  }

  private static ProducerRecord<String, byte[]> recordOf(CalendarEnvelope command) {
    ProducerRecord<String, byte[]> kafkaRecord =
        new ProducerRecord<>(
            Topic.CALENDAR_COMMANDS.topicName(),
            RecordKeys.of(command.workspaceId()),
            TopicSerdes.CALENDAR_COMMANDS.codec().write(command));
    kafkaRecord.headers().add(HeaderNames.COMMAND_ID, command.id().getBytes(UTF_8));
    kafkaRecord.headers().add(Trace.HEADER, Trace.current().traceparent().getBytes(UTF_8));
    return kafkaRecord;
  }

  private static ApiException unavailable(Exception e) {
    log.warn("event=push_send_failed reason=\"{}\"", String.valueOf(e));
    return ApiException.of(LOG_UNAVAILABLE, LOG_UNAVAILABLE.meaning());
  }

  @Override
  public void destroy() {
    producers.destroy();
  }
}
