package io.timeledger.webhooks.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.runtime.Trace;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.webhooks.fanout.IntakeBatch;
import io.timeledger.webhooks.fanout.IntakeBatch.DispatchRequest;
import io.timeledger.webhooks.fanout.IntakeBatch.Poison;
import io.timeledger.webhooks.fanout.IntakeEvent;
import io.timeledger.webhooks.fanout.LogPosition;
import io.timeledger.webhooks.subscription.SecretChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Parses records into a batch. Unreadable records are stored unchanged as poison and do not block
/// the rest.
final class BatchBuilder {
  private static final Logger log = LoggerFactory.getLogger(BatchBuilder.class);
  private static final List<String> REPLY_HEADERS =
      List.of(HeaderNames.COMMAND_ID, HeaderNames.API_INSTANCE);

  private final List<IntakeEvent> events = new ArrayList<>();
  private final List<SecretChange> secrets = new ArrayList<>();
  private final List<DispatchRequest> commands = new ArrayList<>();
  private final List<Poison> poisons = new ArrayList<>();

  void add(ConsumerRecord<String, byte[]> source) {
    LogPosition place =
        new LogPosition(source.topic(), source.partition(), source.offset(), traceparent(source));
    try {
      if (source.topic().equals(Topic.EVENTS.topicName())) {
        events.add(IntakeEvent.read(source.value(), place));
      } else if (source.topic().equals(Topic.SECRETS.topicName())) {
        if (!RecordKeys.isOfConnection(source.key())) {
          secrets.add(secret(source));
        }
      } else {
        commands.add(command(source));
      }
    } catch (MalformedException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NullPointerException e) {
      log.error(
          "event=record_unreadable topic={} partition={} offset={}",
          source.topic(),
          source.partition(),
          source.offset());
      byte[] value = source.value();
      poisons.add(
          new Poison(
              place,
              source.key(),
              value == null ? null : ImmutableBytes.of(value),
              e.getClass().getSimpleName()));
    }
  }

  IntakeBatch build() {
    return new IntakeBatch(events, secrets, commands, poisons);
  }

  private static SecretChange secret(ConsumerRecord<String, byte[]> source) {
    String[] key = source.key().split("/", -1);
    byte[] value = source.value();
    return new SecretChange(
        new WorkspaceId(key[0]),
        new WebhookId(key[1]),
        value == null ? null : TopicSerdes.SECRETS.codec().read(value));
  }

  private static DispatchRequest command(ConsumerRecord<String, byte[]> source) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : REPLY_HEADERS) {
      String value = header(source, name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    headers.put(Trace.HEADER, traceparent(source));
    return new DispatchRequest(
        TopicSerdes.WEBHOOK_COMMANDS.codec().read(source.value()),
        headers,
        Instant.ofEpochMilli(source.timestamp()));
  }

  /// Where no trace comes with a record, one begins with it.
  private static String traceparent(ConsumerRecord<String, byte[]> source) {
    return Trace.parse(header(source, Trace.HEADER)).orElseGet(Trace::begin).traceparent();
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> source, String name) {
    Header header = source.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
