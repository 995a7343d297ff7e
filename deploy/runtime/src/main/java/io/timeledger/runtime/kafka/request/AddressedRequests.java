package io.timeledger.runtime.kafka.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.kafka.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;

/// What all ways to send requests have in common: addresses, deadlines and limits.
public abstract class AddressedRequests implements RequestReply {
  private final String sender;
  private final AtomicLong counter = new AtomicLong();

  /// @param sender the process, unique among all that ever wait on the topic
  protected AddressedRequests(String sender) {
    this.sender = sender;
  }

  /// Expects the reply before it sends the request, so that no reply is missed.
  ///
  /// @param patience after which no reply is awaited
  protected abstract PendingRequest send(ProducerRecord<String, byte[]> request, Duration patience);

  protected final byte[] nextAddress() {
    return (sender + "/" + counter.incrementAndGet()).getBytes(UTF_8);
  }

  @Override
  public final List<RequestOutcome> ask(
      List<ProducerRecord<String, byte[]>> requests, Duration patience) {
    if (!isPositioned()) {
      return requests.stream().<RequestOutcome>map(_ -> new RequestOutcome.Unavailable()).toList();
    }
    long deadline = System.nanoTime() + patience.toNanos();
    List<PendingRequest> sent = new ArrayList<>(requests.size());
    try {
      requests.forEach(request -> sent.add(sendWithinLimit(request, patience)));
      return sent.stream().map(request -> request.outcome(deadline)).toList();
    } finally {
      sent.forEach(PendingRequest::forget);
    }
  }

  private PendingRequest sendWithinLimit(
      ProducerRecord<String, byte[]> request, Duration patience) {
    return request.value().length > Topic.MAX_RECORD_BYTES
        ? PendingRequest.notSent(new RecordTooLargeException())
        : send(request, patience);
  }
}
