package io.timeledger.runtime.kafka;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/// Asks over connections of its own, where no fetch waits.
///
/// @param limit after which a look fails
record AdminLogEnds(Admin admin, Duration limit) implements LogEnds {
  /// Long enough for a broker that pauses, and shorter than what callers wait before they retry.
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(4);

  static AdminLogEnds of(Admin admin) {
    return new AdminLogEnds(admin, LONGEST_LOOK);
  }

  @Override
  public Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
    try {
      return admin
          .listOffsets(
              partitions.stream().collect(toMap(each -> each, _ -> OffsetSpec.latest())),
              new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)
                  .timeoutMs((int) limit.toMillis()))
          .all()
          .get()
          .entrySet()
          .stream()
          .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    } catch (ExecutionException e) {
      throw new KafkaException("ends of " + partitions, e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
