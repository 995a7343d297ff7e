package io.timeledger.streams.ledger.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.kafka.HeaderNames;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// The CloudEvents 1.0 attributes of an event as record headers (Kafka protocol binding, binary
/// content mode).
final class CloudEvent {
  private static final String SCHEMAS = "https://schemas.timeledger.io/v1/event/";

  private CloudEvent() {}

  static org.apache.kafka.common.header.Headers headers(Event event) {
    return new RecordHeaders()
        .add(HeaderNames.CE_SPECVERSION, utf8("1.0"))
        .add(HeaderNames.CE_ID, utf8(event.id()))
        .add(HeaderNames.CE_TYPE, utf8(event.type().wireName()))
        .add(HeaderNames.CE_SOURCE, utf8("/workspaces/" + event.workspaceId()))
        .add(HeaderNames.CE_TIME, utf8(event.timestamp().toString()))
        .add(HeaderNames.CE_SUBJECT, utf8(event.data().subject()))
        .add(HeaderNames.CE_DATASCHEMA, utf8(SCHEMAS + event.type().wireName() + ".schema.json"))
        .add(HeaderNames.CONTENT_TYPE, utf8("application/json"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
