package io.timeledger.streams.kafka;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.timeledger.runtime.Readiness;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// A topology with the life cycle of the application. Replaces a failed thread a few times, since
/// brokers come and go; then it logs an error and stops, immediately if its offsets are lost. On
/// close the instance leaves its group, so that a restart does not wait for the session to expire.
public class StreamsApp implements SmartLifecycle, Readiness, MeterBinder {
  private static final Logger log = LoggerFactory.getLogger(StreamsApp.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);
  private static final int REPLACEMENTS = 20;

  private final String name;
  private final KafkaStreams streams;
  private final AtomicInteger replaced = new AtomicInteger();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicReference<@Nullable KafkaStreamsMetrics> metrics = new AtomicReference<>();

  /// @param name in log lines
  public StreamsApp(String name, Topology topology, Properties settings) {
    this.name = name;
    streams = new KafkaStreams(topology, settings, new StreamsClients());
    streams.setUncaughtExceptionHandler(this::replaceOrStop);
    streams.setStateListener(
        (to, from) -> {
          log.info("event=streams_state app={} from={} to={}", name, from, to);
          if (to == KafkaStreams.State.RUNNING) {
            replaced.set(0);
          }
        });
  }

  @Override
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public boolean isAlive() {
    return !streams.state().hasCompletedShutdown() && streams.state() != KafkaStreams.State.ERROR;
  }

  /// Kafka's own metrics of the application and its clients.
  @Override
  public void bindTo(MeterRegistry registry) {
    KafkaStreamsMetrics bound = new KafkaStreamsMetrics(streams);
    bound.bindTo(registry);
    FunctionCounter.builder("timeledger.streams.threads.replaced", failures, AtomicLong::get)
        .description("Threads that failed and were replaced")
        .tag("app", name)
        .register(registry);
    metrics.set(bound);
  }

  @Override
  public void start() {
    streams.start();
  }

  @Override
  public void stop() {
    Optional.ofNullable(metrics.getAndSet(null)).ifPresent(KafkaStreamsMetrics::close);
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  @Override
  public boolean isRunning() {
    return streams.state().isRunningOrRebalancing();
  }

  private StreamThreadExceptionResponse replaceOrStop(Throwable failure) {
    // Another thread would not find an offset either.
    boolean isFinal = failure.getCause() instanceof InvalidOffsetException;
    if (!isFinal && replaced.incrementAndGet() <= REPLACEMENTS) {
      failures.incrementAndGet();
      log.warn("event=streams_thread_replaced app={} count={}", name, replaced.get(), failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    log.error("event=streams_stopped app={}", name, failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
