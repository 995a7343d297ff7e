package io.timeledger.webhooks.queue;

import io.timeledger.schemas.id.WorkspaceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Limits concurrent calls of this instance. First attempts and retries each have reserved slots,
/// each host has a cap, and a workspace exceeds its share only with slots that no other workspace
/// needs. Thread-safe.
public final class Slots {
  /// A delivery that is due.
  ///
  /// @param retry whether it was attempted before
  public record Candidate(
      String deliveryId, String laneId, WorkspaceId workspaceId, String host, boolean retry) {}

  private static final int SHARE_FOR_FIRST = 4; // a quarter is reserved for them
  private static final int SHARE_FOR_RETRIES = 10; // a tenth is reserved for them
  private static final int SHARE_OF_A_WORKSPACE = 4;

  private final int total;
  private final int perHost;
  private final Map<String, Integer> byHost = new HashMap<>();
  private final Map<WorkspaceId, Integer> byWorkspace = new HashMap<>();
  private int first;
  private int retries;

  public Slots(int total, int perHost) {
    this.total = total;
    this.perHost = perHost;
  }

  /// Takes slots for as many as may go.
  ///
  /// @param due in the order in which they were due
  /// @return those that have one now
  public synchronized List<Candidate> take(List<Candidate> due) {
    List<Candidate> taken = new ArrayList<>();
    List<Candidate> over = new ArrayList<>();
    for (Candidate candidate : due) {
      if (isOverShare(candidate)) {
        over.add(candidate);
      } else if (tryTake(candidate)) {
        taken.add(candidate);
      }
    }
    for (Candidate candidate : over) {
      if (tryTake(candidate)) {
        taken.add(candidate);
      }
    }
    return taken;
  }

  public synchronized void release(WorkspaceId workspace, String host, boolean retry) {
    if (retry) {
      retries--;
    } else {
      first--;
    }
    byHost.merge(host, -1, Slots::sumOrNone);
    byWorkspace.merge(workspace, -1, Slots::sumOrNone);
  }

  /// Hosts that get no further call until one of theirs ends.
  public synchronized Set<String> fullHosts() {
    return byHost.entrySet().stream()
        .filter(host -> host.getValue() >= perHost)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// How many calls are being made.
  public synchronized int inUse() {
    return first + retries;
  }

  synchronized int firstInUse() {
    return first;
  }

  synchronized int retriesInUse() {
    return retries;
  }

  public synchronized boolean isFull() {
    return first + retries >= total;
  }

  private boolean isOverShare(Candidate candidate) {
    return byWorkspace.getOrDefault(candidate.workspaceId(), 0)
        >= Math.max(1, total / SHARE_OF_A_WORKSPACE);
  }

  private boolean tryTake(Candidate candidate) {
    boolean free =
        first + retries < total
            && (candidate.retry()
                ? retries < total - total / SHARE_FOR_FIRST
                : first < total - total / SHARE_FOR_RETRIES)
            && byHost.getOrDefault(candidate.host(), 0) < perHost;
    if (!free) {
      return false;
    }
    if (candidate.retry()) {
      retries++;
    } else {
      first++;
    }
    byHost.merge(candidate.host(), 1, Integer::sum);
    byWorkspace.merge(candidate.workspaceId(), 1, Integer::sum);
    return true;
  }

  @SuppressWarnings("NullAway") // merge takes null for removal
  private static Integer sumOrNone(Integer held, Integer change) {
    int sum = held + change;
    return sum == 0 ? null : sum;
  }
}
