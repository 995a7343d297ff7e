package io.timeledger.acceptance.webhook;

import io.timeledger.acceptance.process.Dispatchers;
import io.timeledger.acceptance.process.Poll;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Where a trial takes place.
///
/// @param platform with its dispatchers
/// @param delayScale what its dispatchers multiply the gaps between attempts by
/// @param progress is told how it goes
public record TrialPlatform(
    Dispatchers platform, HookLog log, double delayScale, Consumer<String> progress) {
  private static final Set<String> UNFINISHED = Set.of("pending", "held");

  DeliveryLog deliveries() {
    return new DeliveryLog(platform);
  }

  /// So many workspaces with one subscriber each, every one at a host of its own as far as there
  /// are some.
  List<WorkspaceId> subscribers(int count, Receiver receiver, String path) {
    List<WorkspaceId> workspaces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      workspaces.add(log.subscriber(receiver.url(i, path)));
    }
    return workspaces;
  }

  /// Waits for a bounded time.
  ///
  /// @throws AssertionError if it did not come
  void await(String what, Duration limit, BooleanSupplier condition) {
    if (!Poll.until(limit, condition)) {
      throw new AssertionError(what + ": not within " + limit);
    }
  }

  /// Waits until so many deliveries of the workspaces are final.
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

  /// A gap between attempts as it is here.
  Duration scaled(int seconds) {
    return Duration.ofNanos((long) (seconds * 1e9 * delayScale));
  }
}
