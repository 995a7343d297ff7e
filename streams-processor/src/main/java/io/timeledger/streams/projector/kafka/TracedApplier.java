package io.timeledger.streams.projector.kafka;

import io.timeledger.runtime.Trace;
import io.timeledger.runtime.Tracing;
import io.timeledger.runtime.kafka.BatchApplier;
import io.timeledger.runtime.kafka.OffsetRange;
import io.timeledger.streams.kafka.RecordTraces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds a span for each record when another applier has applied it, so that traces of commands
/// reach into Postgres.
record TracedApplier(BatchApplier applier, Tracing tracing, InstantSource clock)
    implements BatchApplier {
  private static final Logger log = LoggerFactory.getLogger(TracedApplier.class);

  @Override
  public void begin() {
    applier.begin();
  }

  @Override
  public long position(TopicPartition partition) {
    return applier.position(partition);
  }

  @Override
  public boolean apply(List<OffsetRange> ranges, List<ConsumerRecord<String, byte[]>> records) {
    Instant begun = clock.instant();
    boolean applied = applier.apply(ranges, records);
    if (applied && (tracing.isExported() || log.isDebugEnabled())) {
      Instant ended = clock.instant();
      records.forEach(projected -> tell(projected, begun, ended));
    }
    return applied;
  }

  private void tell(ConsumerRecord<String, byte[]> applied, Instant begun, Instant ended) {
    Optional<Trace> trace = RecordTraces.of(applied.headers());
    trace.ifPresent(cause -> tracing.consumed("project", cause, begun, ended));
    try (Trace.Scope _ = trace.orElseGet(Trace::begin).open()) {
      log.debug(
          "event=projected topic={} partition={} offset={}",
          applied.topic(),
          applied.partition(),
          applied.offset());
    }
  }
}
