package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.DELIVERY;
import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static io.timeledger.schemas.jooq.webhooks.Tables.QUEUED;
import static io.timeledger.webhooks.postgres.ColumnConverters.isAny;
import static io.timeledger.webhooks.postgres.UnnestRows.r;
import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.timeledger.webhooks.attempt.AttemptResult;
import io.timeledger.webhooks.attempt.AttemptStore;
import io.timeledger.webhooks.attempt.CompletedAttempt;
import io.timeledger.webhooks.attempt.LaneState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Attempts, their deliveries and lanes in PostgreSQL.
final class SqlAttemptStore implements AttemptStore {
  private static final Field<Boolean> IS_FINAL = DSL.field(DSL.name("final"), SQLDataType.BOOLEAN);
  private static final Field<Integer> ENDED = DSL.field(DSL.name("ended"), SQLDataType.INTEGER);

  private final DSLContext tx;

  SqlAttemptStore(DSLContext tx) {
    this.tx = tx;
  }

  @Override
  public Map<String, LaneState> lock(Collection<String> laneIds) {
    return Lanes.lock(tx, laneIds);
  }

  @Override
  public Set<Long> heldLeases(List<AttemptResult> results) {
    return new HashSet<>(
        tx.select(QUEUED.LEASE_TOKEN)
            .from(QUEUED)
            .where(isAny(QUEUED.DELIVERY_ID, results, done -> done.lease().deliveryId().value()))
            .and(QUEUED.LEASE_TOKEN.isNotNull())
            .fetch(QUEUED.LEASE_TOKEN));
  }

  @Override
  public void complete(List<CompletedAttempt> all) {
    byDay(all).forEach((day, those) -> AttemptRows.complete(tx, day, those));
  }

  @Override
  public void update(List<CompletedAttempt> owned) {
    byDay(owned).forEach(this::updateDeliveries);
    requeue(owned.stream().filter(done -> !done.isFinal()).toList());
    dequeue(owned.stream().filter(CompletedAttempt::isFinal).toList());
  }

  // One statement per day, so that each reads one partition.
  private static Map<LocalDate, List<CompletedAttempt>> byDay(List<CompletedAttempt> completed) {
    return completed.stream().collect(groupingBy(done -> done.ended().lease().day()));
  }

  private void updateDeliveries(LocalDate day, List<CompletedAttempt> completed) {
    tx.update(DELIVERY)
        .set(DELIVERY.STATE, r(DELIVERY.STATE))
        .set(DELIVERY.ATTEMPTS, r(DELIVERY.ATTEMPTS))
        .set(DELIVERY.ATTEMPTS_BILLED, r(DELIVERY.ATTEMPTS_BILLED))
        .set(DELIVERY.LAST_OUTCOME, r(DELIVERY.LAST_OUTCOME))
        .set(DELIVERY.LAST_STATUS_CODE, r(DELIVERY.LAST_STATUS_CODE))
        .set(DELIVERY.FINAL_REASON, when(r(IS_FINAL), r(DELIVERY.LAST_OUTCOME)))
        .set(DELIVERY.NEXT_ATTEMPT_AT, r(DELIVERY.NEXT_ATTEMPT_AT))
        .set(DELIVERY.FINISHED_AT, when(r(IS_FINAL), r(DELIVERY.FINISHED_AT)))
        .from(
            UnnestRows.of(completed)
                .with(DELIVERY.ID, CompletedAttempt::deliveryId)
                .with(DELIVERY.STATE, CompletedAttempt::stateName)
                .with(DELIVERY.ATTEMPTS, done -> done.ended().lease().attemptNo())
                .with(DELIVERY.ATTEMPTS_BILLED, done -> done.next().tries().billed())
                .with(DELIVERY.LAST_OUTCOME, CompletedAttempt::outcome)
                .with(DELIVERY.LAST_STATUS_CODE, done -> done.ended().answer().statusCode())
                .with(IS_FINAL, CompletedAttempt::isFinal)
                .with(DELIVERY.NEXT_ATTEMPT_AT, CompletedAttempt::dueAt)
                .with(DELIVERY.FINISHED_AT, done -> done.ended().endedAt())
                .table())
        .where(DELIVERY.DAY.eq(day))
        .and(isAny(DELIVERY.ID, completed, CompletedAttempt::deliveryId))
        .and(DELIVERY.ID.eq(r(DELIVERY.ID)))
        .execute();
  }

  private void requeue(List<CompletedAttempt> retries) {
    if (!retries.isEmpty()) {
      tx.update(QUEUED)
          .setNull(QUEUED.LEASE_TOKEN)
          .setNull(QUEUED.LEASE_UNTIL)
          .set(QUEUED.DUE_AT, r(QUEUED.DUE_AT))
          .set(QUEUED.ATTEMPTS_BILLED, r(QUEUED.ATTEMPTS_BILLED))
          .set(QUEUED.INTERRUPTIONS, r(QUEUED.INTERRUPTIONS))
          .from(
              UnnestRows.of(retries)
                  .with(QUEUED.DELIVERY_ID, CompletedAttempt::deliveryId)
                  .with(QUEUED.DUE_AT, CompletedAttempt::dueAt)
                  .with(QUEUED.ATTEMPTS_BILLED, done -> done.next().tries().billed())
                  .with(QUEUED.INTERRUPTIONS, done -> done.next().tries().interruptions())
                  .table())
          .where(isAny(QUEUED.DELIVERY_ID, retries, CompletedAttempt::deliveryId))
          .and(QUEUED.DELIVERY_ID.eq(r(QUEUED.DELIVERY_ID)))
          .execute();
    }
  }

  private void dequeue(List<CompletedAttempt> finals) {
    if (!finals.isEmpty()) {
      tx.deleteFrom(QUEUED)
          .where(isAny(QUEUED.DELIVERY_ID, finals, CompletedAttempt::deliveryId))
          .execute();
    }
  }

  @Override
  public void update(Collection<LaneState> lanes, Map<String, Integer> result) {
    tx.update(LANE)
        .set(LANE.IN_FLIGHT, greatest(inline(0), LANE.IN_FLIGHT.minus(r(ENDED))))
        .set(LANE.CAP_NOW, r(LANE.CAP_NOW))
        .set(LANE.FAST_STREAK, r(LANE.FAST_STREAK))
        .set(LANE.FAIL_STREAK, r(LANE.FAIL_STREAK))
        .set(LANE.FIRST_FAILURE_AT, r(LANE.FIRST_FAILURE_AT))
        .set(LANE.LAST_FAILURE_AT, r(LANE.LAST_FAILURE_AT))
        .set(LANE.LAST_SUCCESS_AT, r(LANE.LAST_SUCCESS_AT))
        .set(LANE.NOTICE_PERCENT, r(LANE.NOTICE_PERCENT))
        .set(LANE.HOLD_UNTIL, r(LANE.HOLD_UNTIL))
        .set(LANE.HOLD_REASON, r(LANE.HOLD_REASON))
        .from(
            UnnestRows.of(lanes)
                .with(LANE.ID, LaneState::id)
                .with(ENDED, lane -> result.getOrDefault(lane.id(), 0))
                .with(LANE.CAP_NOW, lane -> lane.cap().now())
                .with(LANE.FAST_STREAK, lane -> lane.cap().quickSuccesses())
                .with(LANE.FAIL_STREAK, LaneState::failures)
                .with(LANE.FIRST_FAILURE_AT, LaneState::firstFailureAt)
                .with(LANE.LAST_FAILURE_AT, LaneState::lastFailureAt)
                .with(LANE.LAST_SUCCESS_AT, LaneState::lastSuccessAt)
                .with(LANE.NOTICE_PERCENT, LaneState::noticePercent)
                .with(LANE.HOLD_UNTIL, LaneState::holdUntil)
                .with(LANE.HOLD_REASON, LaneState::holdReason)
                .table())
        .where(LANE.ID.eq(r(LANE.ID)))
        .execute();
  }

  @Override
  public void refresh(Collection<String> laneIds) {
    Lanes.refresh(tx, laneIds);
  }

  @Override
  public void send(List<CompletedAttempt> finals) {
    Outbox.put(
        tx,
        finals.stream()
            .map(done -> OutboxMessages.message(done.deliveryOutcome(), done.headers()))
            .toList());
  }
}
