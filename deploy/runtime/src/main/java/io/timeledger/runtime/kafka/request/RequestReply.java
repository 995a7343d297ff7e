package io.timeledger.runtime.kafka.request;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Sends requests over the log and receives their replies. Each request has its own address, in the
/// header `api_instance`, which the responder echoes: so of two requests with the same command id,
/// each gets its own reply. Thread-safe.
public interface RequestReply {

  /// Whether the reply to a request sent now will be seen.
  boolean isPositioned();

  /// Sends all requests in order before waiting for the first reply. Sends none while replies would
  /// not be seen.
  ///
  /// @param requests without their address, which is added
  /// @param patience for all of them together
  /// @return one per request, in order
  List<RequestOutcome> ask(List<ProducerRecord<String, byte[]>> requests, Duration patience);
}
