package io.timeledger.runtime.kafka.request;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What became of a request.
public sealed interface RequestOutcome {
  /// The responder replied.
  record Replied(ConsumerRecord<String, byte[]> reply) implements RequestOutcome {}

  /// The request is on the log; the reply did not arrive in time.
  record Pending() implements RequestOutcome {}

  /// The log did not accept the request in time.
  record Unavailable() implements RequestOutcome {}

  /// The request exceeds the log's maximum record size.
  record TooLarge() implements RequestOutcome {}
}
