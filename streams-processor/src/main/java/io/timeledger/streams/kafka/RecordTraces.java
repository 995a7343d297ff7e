package io.timeledger.streams.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.timeledger.runtime.Trace;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/// The trace of a record, in its header.
public final class RecordTraces {
  private RecordTraces() {}

  /// The trace in the headers; records of the platform itself have none.
  public static Optional<Trace> of(Headers headers) {
    Header header = headers.lastHeader(Trace.HEADER);
    return Trace.parse(header == null ? null : header.value());
  }

  /// The same record with the trace in its header, as the cause of whatever follows from it.
  public static <K, V> Record<K, V> within(Trace trace, Record<K, V> caused) {
    Headers headers = new RecordHeaders(caused.headers()).remove(Trace.HEADER);
    return caused.withHeaders(headers.add(Trace.HEADER, trace.traceparent().getBytes(US_ASCII)));
  }
}
