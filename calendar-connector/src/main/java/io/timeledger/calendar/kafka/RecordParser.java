package io.timeledger.calendar.kafka;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.calendar.intake.TakenRecord;
import io.timeledger.calendar.intake.TakenRecord.TakenCommand;
import io.timeledger.calendar.intake.TakenRecord.TakenEvent;
import io.timeledger.calendar.intake.TakenRecord.TakenSecret;
import io.timeledger.calendar.postgres.CalendarTables.UnreadRecord;
import io.timeledger.runtime.ImmutableBytes;
import io.timeledger.runtime.Trace;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.json.LoggedEvent;
import io.timeledger.schemas.json.MalformedException;
import io.timeledger.schemas.kafka.HeaderNames;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
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

/// Parses the records that this service handles. Sets unreadable ones aside unchanged, so that they
/// do not block the rest.
final class RecordParser {
  private static final Logger log = LoggerFactory.getLogger(RecordParser.class);
  private static final List<String> REPLY_HEADERS =
      List.of(HeaderNames.COMMAND_ID, HeaderNames.API_INSTANCE);

  // Most events do not concern this service; a text search avoids parsing them.
  private static final List<String> MARKERS =
      List.of("\"connection.", "\"member.", BlockId.EXTERNAL_SOURCE);

  private final List<TakenRecord> taken = new ArrayList<>();
  private final List<UnreadRecord> unread = new ArrayList<>();

  void add(ConsumerRecord<String, byte[]> source) {
    try {
      parse(source);
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
      unread.add(
          new UnreadRecord(
              source.topic(),
              source.partition(),
              source.offset(),
              source.key(),
              value == null ? null : ImmutableBytes.of(value),
              e.getClass().getSimpleName()));
    }
  }

  List<TakenRecord> taken() {
    return List.copyOf(taken);
  }

  List<UnreadRecord> unread() {
    return List.copyOf(unread);
  }

  private void parse(ConsumerRecord<String, byte[]> source) {
    if (source.topic().equals(Topic.EVENTS.topicName())) {
      if (isOurs(source.value())) {
        LoggedEvent.read(source.value()).event().map(TakenEvent::new).ifPresent(taken::add);
      }
    } else if (source.topic().equals(Topic.SECRETS.topicName())) {
      if (RecordKeys.isOfConnection(source.key())) {
        taken.add(secret(source));
      }
    } else {
      taken.add(command(source));
    }
  }

  private static boolean isOurs(byte[] value) {
    String text = new String(value, ISO_8859_1);
    return MARKERS.stream().anyMatch(text::contains);
  }

  private static TakenSecret secret(ConsumerRecord<String, byte[]> source) {
    byte[] value = source.value();
    return new TakenSecret(
        new ConnectionId(source.key().substring(source.key().indexOf('/') + 1)),
        value == null ? null : TopicSerdes.CONNECTION_SECRETS.codec().read(value));
  }

  private static TakenCommand command(ConsumerRecord<String, byte[]> source) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : REPLY_HEADERS) {
      String value = header(source, name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    // A record without a trace starts one.
    headers.put(
        Trace.HEADER,
        Trace.parse(header(source, Trace.HEADER)).orElseGet(Trace::begin).traceparent());
    return new TakenCommand(
        TopicSerdes.CALENDAR_COMMANDS.codec().read(source.value()),
        headers,
        Instant.ofEpochMilli(source.timestamp()));
  }

  private static @Nullable String header(ConsumerRecord<String, byte[]> source, String name) {
    Header header = source.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
