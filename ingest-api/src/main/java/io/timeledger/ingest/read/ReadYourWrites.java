package io.timeledger.ingest.read;

import io.timeledger.runtime.LruMap;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A read waits, within a bound, until the read models include the reader's latest write through
/// this process, or the write that the reader names. Readers of one workspace share one poll.
public final class ReadYourWrites {
  private static final int MAX_REMEMBERED = 50_000;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(3);

  private final ReadModelProgress progress;
  private final Map<Reader, Long> written = new LruMap<>(MAX_REMEMBERED);
  private final Map<WorkspaceId, CompletableFuture<Long>> polls = new ConcurrentHashMap<>();

  private record Reader(WorkspaceId workspace, UserId user) {}

  ReadYourWrites(ReadModelProgress progress) {
    this.progress = progress;
  }

  public void remember(WorkspaceId workspace, UserId user, long sequence) {
    synchronized (written) {
      written.merge(new Reader(workspace, user), sequence, Math::max);
    }
  }

  /// The newest event that this process wrote in the workspace, as far as it remembers; 0 for none.
  public long newest(WorkspaceId workspace) {
    synchronized (written) {
      return written.entrySet().stream()
          .filter(write -> write.getKey().workspace().equals(workspace))
          .mapToLong(Map.Entry::getValue)
          .max()
          .orElse(0);
    }
  }

  /// @param named sequence from the reader's token, for writes through another process; 0 for none
  /// @return false when the read models did not get there in time
  public boolean await(WorkspaceId workspace, UserId user, long named) {
    long needed = Math.max(named, remembered(workspace, user));
    if (needed == 0) {
      return true;
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long seen = progress.sequence(workspace);
    while (seen < needed && System.nanoTime() < deadline) {
      seen = poll(workspace);
    }
    return seen >= needed;
  }

  private long remembered(WorkspaceId workspace, UserId user) {
    synchronized (written) {
      return written.getOrDefault(new Reader(workspace, user), 0L);
    }
  }

  private long poll(WorkspaceId workspace) {
    try {
      return polls
          .computeIfAbsent(workspace, this::startPoll)
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (TimeoutException e) {
      return 0;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private CompletableFuture<Long> startPoll(WorkspaceId workspace) {
    CompletableFuture<Long> poll = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("progress-poll")
        .start(
            () -> {
              try {
                Thread.sleep(PAUSE);
                // Later readers must not get the result of a query that started before.
                polls.remove(workspace);
                poll.complete(progress.sequence(workspace));
              } catch (InterruptedException | RuntimeException e) {
                polls.remove(workspace);
                poll.completeExceptionally(e);
              }
            });
    return poll;
  }
}
