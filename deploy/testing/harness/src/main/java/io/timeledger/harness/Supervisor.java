package io.timeledger.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Starts processes, and restarts those that ended.
final class Supervisor {
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private final boolean inTurn;
  private final Map<String, Duration> startTimes = new LinkedHashMap<>();

  /// @param inTurn whether each process is started after the one before is ready
  Supervisor(boolean inTurn) {
    this.inTurn = inTurn;
  }

  /// From the start of each process until it was ready, if they were started in turn.
  Map<String, Duration> startTimes() {
    return startTimes;
  }

  /// Returns when all are ready.
  void start(List<? extends ManagedProcess> members) {
    if (inTurn) {
      for (ManagedProcess member : members) {
        long start = System.nanoTime();
        member.start();
        awaitReady(member);
        startTimes.put(member.name(), Duration.ofNanos(System.nanoTime() - start));
      }
    } else {
      members.forEach(ManagedProcess::start);
      members.forEach(Supervisor::awaitReady);
    }
  }

  /// Waits until all are ready and all replicas are in sync. Like an orchestrator, restarts
  /// processes that ended and services that are not alive.
  ///
  /// @return the names of the restarted ones
  static List<String> recover(List<ManagedProcess> members, LogAdmin log) {
    List<String> started = new ArrayList<>();
    boolean ready =
        Poll.until(
            PATIENCE,
            () -> {
              members.stream()
                  .filter(ManagedProcess::isToBeStarted)
                  .forEach(
                      member -> {
                        member.kill();
                        member.start();
                        started.add(member.name());
                      });
              return members.stream().allMatch(ManagedProcess::isReady) && log.areAllInSync();
            });
    if (!ready) {
      members.stream().filter(member -> !member.isReady()).forEach(Supervisor::complain);
      if (!log.areAllInSync()) {
        throw new IllegalStateException("brokers lack copies after " + PATIENCE);
      }
    }
    log.spreadLeaders();
    return started;
  }

  /// @throws IllegalStateException with its last output, if it ended or is not ready in time
  static void awaitReady(ManagedProcess member) {
    if (!Poll.until(PATIENCE, () -> member.isReady() || !member.isAlive()) || !member.isAlive()) {
      complain(member);
    }
  }

  static void complain(ManagedProcess member) {
    String output = member.output();
    throw new IllegalStateException(
        "%s is not ready: …%s"
            .formatted(member.name(), output.substring(Math.max(0, output.length() - 4000))));
  }
}
