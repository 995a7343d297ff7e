package io.timeledger.runtime.kafka;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Records that wait in a database until they are sent.
@FunctionalInterface
public interface OutboxQueue {
  /// Passes the oldest records to `send` and removes them once it returns. If it throws, they stay.
  ///
  /// @return how many were sent; 0 also while another instance sends them
  int drain(int most, Consumer<List<ProducerRecord<String, byte[]>>> send);
}
