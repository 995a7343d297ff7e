package io.timeledger.streams.kafka;

import io.timeledger.operations.Trace;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/// The trace that a record belongs to.
public final class Traces {
  private Traces() {}

  /// What its header says, or a new one: records of the platform itself carry none.
  public static Trace of(Headers headers) {
    Header header = headers.lastHeader(Trace.HEADER);
    return Trace.parse(header == null ? null : header.value()).orElseGet(Trace::begin);
  }
}
