package io.timeledger.ingest.changes;

import io.timeledger.ingest.read.ReadModelProgress;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Notifies streams of new events in their workspace. One query covers all streamed workspaces,
/// however many streams there are; none runs without streams. It stops before the web server, and
/// ends all streams.
final class FeedWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(FeedWatch.class);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final ReadModelProgress progress;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<WorkspaceId, Integer> watched = new HashMap<>();
  private final Map<WorkspaceId, Long> newest = new HashMap<>();
  private @Nullable Thread thread;
  private volatile boolean stopping;

  FeedWatch(ReadModelProgress progress) {
    this.progress = progress;
  }

  void begin(WorkspaceId workspace) {
    lock.lock();
    try {
      watched.merge(workspace, 1, Integer::sum);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void end(WorkspaceId workspace) {
    lock.lock();
    try {
      if (watched.computeIfPresent(workspace, (_, n) -> n == 1 ? null : n - 1) == null) {
        newest.remove(workspace);
      }
    } finally {
      lock.unlock();
    }
  }

  boolean isStopping() {
    return stopping;
  }

  /// Wakes every stream to check whether it should continue.
  void wake() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the workspace is past the sequence, the time is up, the watch stops or the stream
  /// was evicted.
  void await(WorkspaceId workspace, long sequence, Duration patience, OpenStream stream)
      throws InterruptedException {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (left > 0
          && !stopping
          && !stream.gaveWay()
          && newest.getOrDefault(workspace, 0L) <= sequence) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name("feed-watch").start(this::run);
  }

  @Override
  public void stop() {
    stopping = true;
    wake();
    Thread running = thread;
    if (running != null) {
      running.interrupt();
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void run() {
    try {
      while (!stopping) {
        look(awaitWatched());
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      log.debug("event=feed_watch_stopped");
    }
  }

  private Set<WorkspaceId> awaitWatched() throws InterruptedException {
    lock.lock();
    try {
      while (watched.isEmpty()) {
        changed.await();
      }
      return Set.copyOf(watched.keySet());
    } finally {
      lock.unlock();
    }
  }

  private void look(Set<WorkspaceId> workspaces) {
    try {
      Map<WorkspaceId, Long> seen = progress.sequences(workspaces);
      lock.lock();
      try {
        seen.keySet().retainAll(watched.keySet());
        newest.putAll(seen);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    } catch (ApiException e) {
      log.debug("event=feed_watch_failed reason=\"{}\"", e.getMessage());
    }
  }
}
