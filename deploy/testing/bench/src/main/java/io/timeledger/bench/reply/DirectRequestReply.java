package io.timeledger.bench.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.runtime.kafka.request.AddressedRequests;
import io.timeledger.runtime.kafka.request.PendingRequest;
import io.timeledger.schemas.kafka.HeaderNames;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/// Request and reply on Kafka's own clients, as `ingest-api` had it before decision 11.
final class DirectRequestReply extends AddressedRequests implements AutoCloseable {
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
  private final Producer<String, byte[]> producer;
  private final PendingReplies replies;
  private final BooleanSupplier positioned;

  /// @param sender the process, unique among all that ever wait on the topic
  /// @param producer closed with this
  /// @param replies that the reader of the replies delivers to
  /// @param positioned whether that reader will see replies from now on
  DirectRequestReply(
      String sender,
      Producer<String, byte[]> producer,
      PendingReplies replies,
      BooleanSupplier positioned) {
    super(sender);
    this.producer = producer;
    this.replies = replies;
    this.positioned = positioned;
  }

  @Override
  public boolean isPositioned() {
    return positioned.getAsBoolean();
  }

  @Override
  protected PendingRequest send(ProducerRecord<String, byte[]> request, Duration patience) {
    byte[] address = nextAddress();
    request.headers().add(HeaderNames.API_INSTANCE, address);
    CompletableFuture<ConsumerRecord<String, byte[]>> reply =
        replies.expect(new String(address, UTF_8));
    try {
      return new PendingRequest(reply, producer.send(request, (_, e) -> failed(reply, e)));
    } catch (KafkaException e) {
      reply.completeExceptionally(e);
      return new PendingRequest(reply, null);
    }
  }

  private static void failed(CompletableFuture<?> reply, @Nullable Exception e) {
    if (e != null) {
      reply.completeExceptionally(e);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_LIMIT);
  }
}
