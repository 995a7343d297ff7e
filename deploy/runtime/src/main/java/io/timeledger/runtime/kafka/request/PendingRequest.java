package io.timeledger.runtime.kafka.request;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A sent request and its expected reply.
///
/// @param reply also fails when sending fails
/// @param sent null when it could not be sent at all; the reply then holds the reason
public record PendingRequest(
    CompletableFuture<ConsumerRecord<String, byte[]>> reply, @Nullable Future<?> sent) {
  private static final Logger log = LoggerFactory.getLogger(PendingRequest.class);

  /// The producer gives up by itself within this time after the wait for the reply ended.
  static final Duration SEND_GRACE = Duration.ofSeconds(1);

  static PendingRequest notSent(Throwable reason) {
    return new PendingRequest(CompletableFuture.failedFuture(reason), null);
  }

  /// Ends the wait for the reply.
  void forget() {
    boolean _ = reply.cancel(false);
  }

  /// @param deadline of `System.nanoTime()`
  RequestOutcome outcome(long deadline) {
    try {
      return new RequestOutcome.Replied(
          reply.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return settled();
    } catch (ExecutionException e) {
      return failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new RequestOutcome.Pending();
    }
  }

  /// Pending if the request reached the log, else the failure.
  private RequestOutcome settled() {
    if (sent == null) {
      return new RequestOutcome.Unavailable();
    }
    try {
      sent.get(SEND_GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return new RequestOutcome.Pending();
    } catch (ExecutionException e) {
      return failure(e);
    } catch (TimeoutException e) {
      return new RequestOutcome.Unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new RequestOutcome.Pending();
    }
  }

  private static RequestOutcome failure(ExecutionException failed) {
    Throwable cause = failed;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof RecordTooLargeException) {
      return new RequestOutcome.TooLarge();
    }
    log.warn("event=request_send_failed reason=\"{}\"", cause.toString());
    return new RequestOutcome.Unavailable();
  }
}
