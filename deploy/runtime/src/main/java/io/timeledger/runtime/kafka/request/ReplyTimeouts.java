package io.timeledger.runtime.kafka.request;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Timeouts of spring-kafka's template. It leaves the timeout of an answered request to pass, which
/// holds the request in memory until then; here it ends with the reply.
final class ReplyTimeouts extends ThreadPoolTaskScheduler {
  private static final long serialVersionUID = 1;
  private static final ThreadLocal<@Nullable ScheduledFuture<?>> SCHEDULED = new ThreadLocal<>();

  ReplyTimeouts(String threadNamePrefix) {
    setThreadNamePrefix(threadNamePrefix);
    setDaemon(true);
    setRemoveOnCancelPolicy(true);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
    ScheduledFuture<?> timeout = super.schedule(task, startTime);
    SCHEDULED.set(timeout);
    return timeout;
  }

  /// Ends the timeout that this thread scheduled last when the reply has arrived. Without a reply
  /// it has to pass, for the template to forget the request.
  void endWith(CompletableFuture<?> reply) {
    ScheduledFuture<?> timeout = SCHEDULED.get();
    SCHEDULED.remove();
    if (timeout != null) {
      CompletableFuture<Void> _ = reply.thenRun(() -> timeout.cancel(false));
    }
  }
}
