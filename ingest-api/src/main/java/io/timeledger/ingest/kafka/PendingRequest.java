package io.timeledger.ingest.kafka;

import io.timeledger.ingest.command.CommandResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A sent command and its expected reply. The waiter must be registered before the command is sent,
/// so that no reply is missed.
///
/// @param sent null when it could not be sent at all; the reply then holds the reason
record PendingRequest<R>(CompletableFuture<R> reply, @Nullable Future<RecordMetadata> sent) {
  private static final Logger LOG = LoggerFactory.getLogger(PendingRequest.class);

  /// The producer gives up by itself within this time after the wait for the reply ended.
  private static final Duration SEND_GRACE = Duration.ofSeconds(1);

  static <R> PendingRequest<R> ask(
      Producer<String, byte[]> producer,
      ProducerRecord<String, byte[]> command,
      CompletableFuture<R> reply) {
    try {
      return new PendingRequest<>(reply, producer.send(command, (_, e) -> failed(reply, e)));
    } catch (KafkaException e) {
      reply.completeExceptionally(e);
      return new PendingRequest<>(reply, null);
    }
  }

  /// @param deadline of `System.nanoTime()`
  CommandResult<R> outcome(long deadline) {
    try {
      return new CommandResult.Decided<>(
          reply.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return settled();
    } catch (ExecutionException e) {
      return failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CommandResult.Pending<>();
    }
  }

  /// Pending if the command reached the log, else the failure.
  private CommandResult<R> settled() {
    if (sent == null) {
      return new CommandResult.Unavailable<>();
    }
    try {
      sent.get(SEND_GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return new CommandResult.Pending<>();
    } catch (ExecutionException e) {
      return failure(e.getCause());
    } catch (TimeoutException e) {
      return new CommandResult.Unavailable<>();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CommandResult.Pending<>();
    }
  }

  private static void failed(CompletableFuture<?> reply, @Nullable Exception e) {
    if (e != null) {
      reply.completeExceptionally(e);
    }
  }

  private static <R> CommandResult<R> failure(@Nullable Throwable cause) {
    if (cause instanceof RecordTooLargeException) {
      return new CommandResult.TooLarge<>();
    }
    LOG.warn("event=command_send_failed reason=\"{}\"", String.valueOf(cause));
    return new CommandResult.Unavailable<>();
  }
}
