package io.timeledger.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Closes what was started, in reverse order of dependency, even after a partial start. Whatever is
/// started after the teardown began is closed at once.
final class Teardown {

  enum Stage {
    API,
    WEBHOOKS,
    CALENDAR,
    STREAMS,
    KAFKA,
    POSTGRES,
    CALENDAR_FILE,
    CALENDAR_TWIN
  }

  private final Map<Stage, Deque<AutoCloseable>> started = new EnumMap<>(Stage.class);
  private boolean begun;

  <T extends AutoCloseable> T add(Stage stage, T part) {
    synchronized (this) {
      if (!begun) {
        started.computeIfAbsent(stage, _ -> new ArrayDeque<>()).push(part);
        return part;
      }
    }
    close(stage, part);
    throw new StartFailedException("stopped while starting");
  }

  void run() {
    synchronized (this) {
      if (begun) {
        return;
      }
      begun = true;
    }
    started.forEach((stage, parts) -> parts.forEach(each -> close(stage, each)));
  }

  private static void close(Stage stage, AutoCloseable part) {
    // not a constant: this class is loaded before logging is configured
    Logger log = LoggerFactory.getLogger(Teardown.class);
    long start = System.nanoTime();
    try {
      part.close();
      log.info("stopped stage={} millis={}", stage, (System.nanoTime() - start) / 1_000_000);
    } catch (Exception e) {
      log.warn("stop failed stage={}", stage, e);
    }
  }
}
