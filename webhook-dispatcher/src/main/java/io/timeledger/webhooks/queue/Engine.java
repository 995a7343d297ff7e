package io.timeledger.webhooks.queue;

import io.timeledger.runtime.WorkSignal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The delivery engine, for as long as the application runs.
public final class Engine implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Engine.class);

  private final DeliveryQueue queue;
  private final ClaimLoop claiming;
  private final FinishLoop finishing;
  private final Runnable preparation;
  private final Duration patience;
  private final Thread starter;
  private volatile boolean running;

  /// @param preparation what must have worked before anything is claimed; tried again until it
  ///     does
  /// @param sweepEvery how often abandoned attempts are looked for
  /// @param patience how long a stop waits for calls
  public Engine(
      DeliveryQueue queue,
      Attempts attempts,
      Slots slots,
      WorkSignal work,
      AttemptMeters meters,
      Runnable preparation,
      Duration sweepEvery,
      Duration patience) {
    this.queue = queue;
    this.finishing = new FinishLoop(queue, work, meters, sweepEvery);
    this.claiming = new ClaimLoop(queue, attempts, finishing, slots, work);
    this.preparation = preparation;
    this.patience = patience;
    this.starter =
        Thread.ofPlatform().daemon().name("webhook-engine-start").unstarted(this::prepare);
  }

  /// Whether it works on what is due.
  public boolean isReady() {
    return running && claiming.isHealthy();
  }

  @Override
  public void start() {
    running = true;
    starter.start();
  }

  @Override
  public void stop() {
    running = false;
    try {
      starter.interrupt();
      starter.join();
      claiming.stop(patience);
      finishing.stop(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void prepare() {
    while (running) {
      try {
        preparation.run();
        queue.endEarlierRuns();
        finishing.start();
        claiming.start();
        return;
      } catch (RuntimeException e) {
        log.warn("event=engine_not_prepared", e);
      }
      try {
        Thread.sleep(Duration.ofMillis(500));
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
