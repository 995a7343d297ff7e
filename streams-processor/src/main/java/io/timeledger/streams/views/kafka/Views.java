package io.timeledger.streams.views.kafka;

import io.timeledger.streams.PlatformProperties;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs the views with the application. A thread that failed is replaced a few times, since brokers
/// come and go; then the views stop, loudly. An event is never skipped.
public final class Views implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Views.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
  private static final int REPLACEMENTS = 20;

  private final KafkaStreams streams;
  private final AtomicInteger replaced = new AtomicInteger();

  Views(PlatformProperties platform) {
    streams = new KafkaStreams(ViewsTopology.build(), ViewsSettings.of(platform));
    streams.setUncaughtExceptionHandler(this::replaceOrStop);
    streams.setStateListener((to, from) -> log.info("event=views_state from={} to={}", from, to));
  }

  /// Whether everything known is folded by somebody, so that the instance is ready.
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /// False once the views gave up.
  public boolean isAlive() {
    return !streams.state().hasCompletedShutdown() && streams.state() != KafkaStreams.State.ERROR;
  }

  @Override
  public void start() {
    streams.start();
  }

  @Override
  public void stop() {
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  @Override
  public boolean isRunning() {
    return streams.state().isRunningOrRebalancing();
  }

  private StreamThreadExceptionResponse replaceOrStop(Throwable failure) {
    if (replaced.incrementAndGet() <= REPLACEMENTS) {
      log.warn("event=views_thread_replaced count={}", replaced.get(), failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    log.error("event=views_stopped", failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
