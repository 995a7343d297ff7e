package io.timeledger.local;

import java.time.Duration;

/// Runs the teardown on termination, and ends the process within 9.5 s even if a part hangs:
/// acknowledged data is on disk, so that the next start recovers.
final class Shutdown {
  private static final Duration LIMIT = Duration.ofMillis(9500);

  private Shutdown() {}

  static void register(Teardown teardown, StartProgress progress) {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("shutdown").unstarted(() -> stop(teardown, progress)));
  }

  private static void stop(Teardown teardown, StartProgress progress) {
    progress.say("Stopping…");
    Thread watchdog = Thread.ofPlatform().daemon().name("watchdog").start(Shutdown::haltInTime);
    teardown.run();
    watchdog.interrupt();
    progress.say("Stopped.");
  }

  private static void haltInTime() {
    try {
      Thread.sleep(LIMIT);
      System.err.println("up: a part did not stop in time; ending without it");
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException e) {
      // all parts stopped in time
    }
  }
}
