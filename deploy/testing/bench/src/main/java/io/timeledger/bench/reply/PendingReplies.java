package io.timeledger.bench.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.kafka.HeaderNames;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Requests of this process that wait for replies, by address. Thread-safe.
final class PendingReplies {
  private final Map<String, CompletableFuture<ConsumerRecord<String, byte[]>>> waiting =
      new ConcurrentHashMap<>();

  /// @return the reply to come; it is awaited until it is complete, in whatever way
  CompletableFuture<ConsumerRecord<String, byte[]>> expect(String address) {
    CompletableFuture<ConsumerRecord<String, byte[]>> reply = new CompletableFuture<>();
    waiting.put(address, reply);
    var _ = reply.whenComplete((_, _) -> waiting.remove(address));
    return reply;
  }

  /// Completes the request that the reply is addressed to; ignores replies to others without
  /// parsing them.
  void deliver(ConsumerRecord<String, byte[]> reply) {
    Header header = reply.headers().lastHeader(HeaderNames.API_INSTANCE);
    CompletableFuture<ConsumerRecord<String, byte[]>> waiter =
        header == null ? null : waiting.get(new String(header.value(), UTF_8));
    if (waiter != null) {
      waiter.complete(reply);
    }
  }
}
