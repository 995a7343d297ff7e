package io.timeledger.webhooks.postgres;

import static java.util.stream.Collectors.groupingBy;

import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.attempt.CompletedAttempt;
import io.timeledger.webhooks.queue.LaneState;
import io.timeledger.webhooks.queue.QueueSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what came of attempts: all that follows from them is one transaction.
final class AttemptCompletion {
  private static final Logger log = LoggerFactory.getLogger(AttemptCompletion.class);

  private record Disabled(Webhook webhook, DisabledReason reason) {}

  private final DSLContext sql;
  private final QueueSettings settings;

  AttemptCompletion(DSLContext sql, QueueSettings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  void finish(List<AttemptResult> ended) {
    sql.transaction(tx -> finish(tx.dsl(), ended));
  }

  private void finish(DSLContext tx, List<AttemptResult> ended) {
    Map<String, LaneState> lanes =
        Lanes.lock(tx, ended.stream().map(it -> it.lease().laneId()).toList());
    Set<Long> held = heldLeases(tx, ended);
    List<CompletedAttempt> all =
        ended.stream()
            .map(
                it ->
                    new CompletedAttempt(
                        it, it.next(settings.delayScale()), held.contains(it.lease().token())))
            .toList();
    List<CompletedAttempt> owned = all.stream().filter(CompletedAttempt::owned).toList();

    all.stream()
        .collect(groupingBy(it -> it.ended().lease().day()))
        .forEach((day, those) -> AttemptRows.complete(tx, day, those));
    owned.stream()
        .collect(groupingBy(it -> it.ended().lease().day()))
        .forEach((day, those) -> DeliveryRows.update(tx, day, those));
    DeliveryRows.requeue(tx, owned.stream().filter(it -> !it.isFinal()).toList());
    DeliveryRows.dequeue(tx, owned.stream().filter(CompletedAttempt::isFinal).toList());
    Map<String, Disabled> disabled = learn(lanes, owned);
    updateLanes(tx, lanes, owned);
    disabled.forEach((id, by) -> EndpointDisabling.disable(tx, by.webhook(), by.reason()));
    if (owned.stream().anyMatch(it -> !it.isFinal())) {
      EndpointDisabling.settle(tx, lanes.keySet());
    }
    Lanes.refresh(tx, lanes.keySet());
    OutboxMessages.outcomes(tx, owned.stream().filter(CompletedAttempt::isFinal).toList());
    OutboxMessages.tests(tx, owned);
  }

  private static Set<Long> heldLeases(DSLContext tx, List<AttemptResult> ended) {
    Set<Long> held = new HashSet<>();
    for (Record row :
        tx.fetch(
            """
            select lease_token from webhooks.queued
            where delivery_id = any({0}) and lease_token is not null
            """,
            DSL.val(
                ended.stream()
                    .map(it -> it.lease().deliveryId().value())
                    .toArray(String[]::new)))) {
      held.add(row.get(0, Long.class));
    }
    return held;
  }

  /// Brings the lanes up to date in memory.
  ///
  /// @return which webhooks are to be disabled
  private Map<String, Disabled> learn(Map<String, LaneState> lanes, List<CompletedAttempt> owned) {
    Map<String, Disabled> disabled = new TreeMap<>();
    for (CompletedAttempt finished : owned) {
      AttemptResult ended = finished.ended();
      LaneState before = lanes.get(ended.lease().laneId());
      if (before == null) {
        continue;
      }
      LaneState after = before.after(ended, settings.watch());
      lanes.put(after.id(), after);
      if (after.noticePercent() > before.noticePercent()) {
        log.warn(
            "event=webhook_failing webhook={} workspace={} percent={} failures={}",
            ended.lease().webhookId(),
            ended.lease().workspaceId(),
            after.noticePercent(),
            after.failures());
      }
      after
          .disabledBy(ended)
          .ifPresent(
              reason ->
                  disabled.putIfAbsent(
                      ended.lease().webhookId().value(), new Disabled(ended.webhook(), reason)));
    }
    return disabled;
  }

  private static void updateLanes(
      DSLContext tx, Map<String, LaneState> lanes, List<CompletedAttempt> owned) {
    Map<String, Long> ended = new HashMap<>();
    owned.forEach(it -> ended.merge(it.ended().lease().laneId(), 1L, Long::sum));
    tx.execute(
        """
        update webhooks.lane l
        set in_flight = greatest(0, l.in_flight - r.ended),
          cap_now = r.cap_now,
          fast_streak = r.fast_streak,
          fail_streak = r.failures,
          first_failure_at = r.first_failure_at,
          last_failure_at = r.last_failure_at,
          last_success_at = r.last_success_at,
          notice_percent = r.notice_percent,
          hold_until = r.hold_until,
          hold_reason = r.hold_reason
        from {0}
        where l.id = r.id
        """,
        UnnestRows.of(lanes.values())
            .text("id", LaneState::id)
            .integer("ended", it -> ended.getOrDefault(it.id(), 0L).intValue())
            .integer("cap_now", it -> it.cap().now())
            .integer("fast_streak", it -> it.cap().quickSuccesses())
            .integer("failures", LaneState::failures)
            .instant("first_failure_at", LaneState::firstFailureAt)
            .instant("last_failure_at", LaneState::lastFailureAt)
            .instant("last_success_at", LaneState::lastSuccessAt)
            .integer("notice_percent", LaneState::noticePercent)
            .instant("hold_until", LaneState::holdUntil)
            .text("hold_reason", LaneState::holdReason)
            .table());
  }
}
