package io.timeledger.webhooks.attempt;

import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.control.CommandReplies;
import io.timeledger.webhooks.subscription.EndpointDisabling;
import io.timeledger.webhooks.subscription.FailureWatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what came of attempts: all that follows from them is one transaction.
public final class AttemptCompletion {
  private static final Logger log = LoggerFactory.getLogger(AttemptCompletion.class);

  private record Disabled(Webhook webhook, DisabledReason reason) {}

  private final AttemptStore store;
  private final EndpointDisabling disabling;
  private final CommandReplies replies;
  private final FailureWatch watch;
  private final double delayScale;

  /// @param watch over endpoints that only fail
  /// @param delayScale of the gaps between attempts
  public AttemptCompletion(
      AttemptStore store,
      EndpointDisabling disabling,
      CommandReplies replies,
      FailureWatch watch,
      double delayScale) {
    this.store = store;
    this.disabling = disabling;
    this.replies = replies;
    this.watch = watch;
    this.delayScale = delayScale;
  }

  /// @param results attempts that are over, in one transaction
  public void finish(List<AttemptResult> results) {
    Map<String, LaneState> lanes =
        store.lock(results.stream().map(result -> result.lease().laneId()).toList());
    Set<Long> held = store.heldLeases(results);
    List<CompletedAttempt> all =
        results.stream()
            .map(
                result ->
                    new CompletedAttempt(
                        result, result.next(delayScale), held.contains(result.lease().token())))
            .toList();
    List<CompletedAttempt> owned = all.stream().filter(CompletedAttempt::owned).toList();
    List<CompletedAttempt> finals = owned.stream().filter(CompletedAttempt::isFinal).toList();

    store.complete(all);
    store.update(owned);
    Map<String, Disabled> disabled = learn(lanes, owned);
    store.update(lanes.values(), countByLane(owned));
    disabled.values().forEach(by -> disabling.disable(by.webhook(), by.reason()));
    if (finals.size() < owned.size()) {
      disabling.settle(lanes.keySet());
    }
    store.refresh(lanes.keySet());
    store.send(finals);
    finals.forEach(this::answer);
  }

  /// Replies to the request for a test that has ended.
  private void answer(CompletedAttempt completed) {
    Lease lease = completed.ended().lease();
    String commandId = lease.commandId();
    if (lease.isTest() && commandId != null) {
      replies.answer(
          new DispatchReply(
              commandId,
              lease.workspaceId(),
              completed.ended().endedAt(),
              lease.deliveryId(),
              null,
              null));
    }
  }

  /// Brings the lanes up to date in memory.
  ///
  /// @return which webhooks are to be disabled
  private Map<String, Disabled> learn(Map<String, LaneState> lanes, List<CompletedAttempt> owned) {
    Map<String, Disabled> disabled = new TreeMap<>();
    for (CompletedAttempt completed : owned) {
      AttemptResult result = completed.ended();
      LaneState before = lanes.get(result.lease().laneId());
      if (before == null) {
        continue;
      }
      LaneState after = before.after(result, watch);
      lanes.put(after.id(), after);
      if (after.noticePercent() > before.noticePercent()) {
        log.warn(
            "event=webhook_failing webhook={} workspace={} percent={} failures={}",
            result.lease().webhookId(),
            result.lease().workspaceId(),
            after.noticePercent(),
            after.failures());
      }
      after
          .disabledBy(result)
          .ifPresent(
              reason ->
                  disabled.putIfAbsent(
                      result.lease().webhookId().value(), new Disabled(result.webhook(), reason)));
    }
    return disabled;
  }

  private static Map<String, Integer> countByLane(List<CompletedAttempt> owned) {
    Map<String, Integer> finished = new HashMap<>();
    owned.forEach(result -> finished.merge(result.ended().lease().laneId(), 1, Integer::sum));
    return finished;
  }
}
