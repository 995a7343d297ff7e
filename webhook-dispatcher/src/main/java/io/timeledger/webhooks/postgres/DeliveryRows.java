package io.timeledger.webhooks.postgres;

import io.timeledger.webhooks.attempt.CompletedAttempt;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Deliveries and their places in the queue, after attempts.
final class DeliveryRows {

  private DeliveryRows() {}

  /// @param finished all of one day, all owned
  static void update(DSLContext tx, LocalDate day, List<CompletedAttempt> finished) {
    tx.execute(
        """
        update webhooks.delivery d
        set state = r.state,
          attempts = r.attempts,
          attempts_billed = r.billed,
          last_outcome = r.outcome,
          last_status_code = r.status_code,
          final_reason = case when r.final then r.outcome end,
          next_attempt_at = r.due_at,
          finished_at = case when r.final then r.ended_at end
        from {0}
        where d.day = {1} and d.id = any({2}) and d.id = r.id
        """,
        UnnestRows.of(finished)
            .text("id", CompletedAttempt::deliveryId)
            .text("state", CompletedAttempt::stateName)
            .integer("attempts", it -> it.ended().lease().attemptNo())
            .integer("billed", it -> it.next().tries().billed())
            .text("outcome", CompletedAttempt::outcome)
            .integer("status_code", it -> it.ended().answer().statusCode())
            .bool("final", CompletedAttempt::isFinal)
            .instant("due_at", CompletedAttempt::dueAt)
            .instant("ended_at", it -> it.ended().endedAt())
            .table(),
        DSL.val(day),
        DSL.val(CompletedAttempt.deliveryIds(finished)));
  }

  /// Puts back into the queue what is to be tried again.
  static void requeue(DSLContext tx, List<CompletedAttempt> retries) {
    if (!retries.isEmpty()) {
      tx.execute(
          """
          update webhooks.queued q
          set lease_token = null, lease_until = null, due_at = r.due_at,
            attempts_billed = r.billed, interruptions = r.interruptions
          from {0}
          where q.delivery_id = any({1}) and q.delivery_id = r.id
          """,
          UnnestRows.of(retries)
              .text("id", CompletedAttempt::deliveryId)
              .instant("due_at", CompletedAttempt::dueAt)
              .integer("billed", it -> it.next().tries().billed())
              .integer("interruptions", it -> it.next().tries().interruptions())
              .table(),
          DSL.val(CompletedAttempt.deliveryIds(retries)));
    }
  }

  /// Takes out of the queue what is final.
  static void dequeue(DSLContext tx, List<CompletedAttempt> finals) {
    if (!finals.isEmpty()) {
      tx.execute(
          "delete from webhooks.queued where delivery_id = any({0})",
          DSL.val(CompletedAttempt.deliveryIds(finals)));
    }
  }
}
