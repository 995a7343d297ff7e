package io.timeledger.acceptance.webhook;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.Poll;
import io.timeledger.harness.webhook.DeliveryLog;
import io.timeledger.harness.webhook.HookLog;
import io.timeledger.harness.webhook.Receiver;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The environment of a trial.
///
/// @param cluster with its dispatchers
/// @param delayScale factor of its dispatchers for the gaps between attempts
/// @param progress receives progress messages
public record TrialPlatform(
    Cluster cluster, HookLog log, double delayScale, Consumer<String> progress) {
  private static final Set<String> UNFINISHED = Set.of("pending", "held");

  DeliveryLog deliveries() {
    return new DeliveryLog(cluster);
  }

  /// Creates workspaces with one subscriber each, on separate hosts as far as there are enough.
  List<WorkspaceId> subscribers(int count, Receiver receiver, String path) {
    List<WorkspaceId> workspaces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      workspaces.add(log.subscriber(receiver.url(i, path)));
    }
    return workspaces;
  }

  /// Waits for a condition, up to a limit.
  ///
  /// @throws AssertionError if it stays false
  void await(String what, Duration limit, BooleanSupplier condition) {
    if (!Poll.until(limit, condition)) {
      throw new AssertionError(what + ": not within " + limit);
    }
  }

  /// Waits until the given number of deliveries is final.
  void awaitFinal(List<WorkspaceId> workspaces, int count, Duration limit) {
    await(
        count + " final deliveries",
        limit,
        () -> {
          Map<String, Long> states = deliveries().states(workspaces);
          long all = states.values().stream().mapToLong(Long::longValue).sum();
          return all >= count && states.keySet().stream().noneMatch(UNFINISHED::contains);
        });
  }

  /// A gap between attempts on this platform.
  Duration scaled(int seconds) {
    return Duration.ofNanos((long) (seconds * 1e9 * delayScale));
  }
}
