package io.timeledger.harness.webhook;

import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/// Writes entries to the log from a separate thread, to all workspaces in turn.
public final class Traffic {
  private static final long A_MILLI = 1_000_000;

  private final HookLog log;
  private final List<WorkspaceId> workspaces;
  private final Map<String, Long> published = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean ending;

  private Traffic(HookLog log, List<WorkspaceId> workspaces, Runnable work, String name) {
    this.log = log;
    this.workspaces = List.copyOf(workspaces);
    this.thread = Thread.ofPlatform().daemon().name(name).unstarted(work);
  }

  /// At a steady rate: after any delay it catches up at once.
  public static Traffic steady(HookLog log, List<WorkspaceId> workspaces, double perSecond) {
    Traffic[] self = new Traffic[1];
    self[0] = new Traffic(log, workspaces, () -> self[0].runSteadily(perSecond), "traffic");
    self[0].thread.start();
    return self[0];
  }

  /// As fast as capacity allows.
  public static Traffic whenever(
      HookLog log, List<WorkspaceId> workspaces, BooleanSupplier isRoom) {
    Traffic[] self = new Traffic[1];
    self[0] = new Traffic(log, workspaces, () -> self[0].runWhile(isRoom), "traffic");
    self[0].thread.start();
    return self[0];
  }

  /// Writes a number of entries at a steady rate; returns when they are written.
  public static Map<String, Long> burst(
      HookLog log, List<WorkspaceId> workspaces, int count, Duration time) {
    Traffic traffic = new Traffic(log, workspaces, () -> {}, "burst");
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      pauseUntil(start + time.toNanos() / count * i);
      traffic.one(i);
    }
    return Map.copyOf(traffic.published);
  }

  public int soFar() {
    return published.size();
  }

  /// @return the ids of the events, each with its [System#nanoTime()] of writing
  public Map<String, Long> end() throws InterruptedException {
    ending = true;
    thread.join();
    return Map.copyOf(published);
  }

  private void runSteadily(double perSecond) {
    long start = System.nanoTime();
    for (int i = 0; !ending; i++) {
      pauseUntil(start + (long) (i * 1e9 / perSecond));
      one(i);
    }
  }

  private void runWhile(BooleanSupplier isRoom) {
    for (int i = 0; !ending; ) {
      if (isRoom.getAsBoolean()) {
        one(i++);
      } else {
        pauseUntil(System.nanoTime() + A_MILLI);
      }
    }
  }

  private void one(int number) {
    long now = System.nanoTime();
    published.put(log.entry(workspaces.get(number % workspaces.size())), now);
  }

  private static void pauseUntil(long nanos) {
    long left = nanos - System.nanoTime();
    if (left > A_MILLI / 10) {
      java.util.concurrent.locks.LockSupport.parkNanos(left);
    }
  }
}
