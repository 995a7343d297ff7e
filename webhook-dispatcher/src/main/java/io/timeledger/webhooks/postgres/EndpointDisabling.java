package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.Webhook;
import java.util.Collection;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Switches endpoints off: here at once, and on the log by asking the ledger, whose event then
/// says the same to everybody.
final class EndpointDisabling {
  private static final Logger log = LoggerFactory.getLogger(EndpointDisabling.class);

  private EndpointDisabling() {}

  /// The caller holds its lanes.
  static void disable(DSLContext tx, Webhook webhook, DisabledReason reason) {
    int changed =
        tx.execute(
            """
            update webhooks.endpoint
            set enabled = false, disabled_reason = {1}, disabled_at = clock_timestamp()
            where id = {0} and enabled and deleted_at is null
            """,
            DSL.val(webhook.id().value()), DSL.val(reason.name().toLowerCase(Locale.ROOT)));
    if (changed > 0) {
      log.warn(
          "event=webhook_disabled webhook={} workspace={} reason={}",
          webhook.id(),
          webhook.workspaceId(),
          reason.name().toLowerCase(Locale.ROOT));
      hold(tx, webhook.id().value());
      OutboxMessages.disable(tx, webhook, reason);
    }
  }

  /// Holds what waits for the endpoint because of events; what somebody asked for goes on. The
  /// caller holds its lanes.
  static void hold(DSLContext tx, String endpointId) {
    tx.execute(
        """
        with held as (
          delete from webhooks.queued
          where lane_id = {0} and trigger = 'event' and lease_token is null
          returning day, delivery_id)
        update webhooks.delivery d
        set state = 'held', next_attempt_at = null
        from held
        where d.day = held.day and d.id = held.delivery_id
        """,
        DSL.val(endpointId));
  }

  /// Holds or cancels what came back to the queue of an endpoint that was switched off or deleted
  /// in the meantime. The caller holds the lanes.
  static void settle(DSLContext tx, Collection<String> lanes) {
    tx.fetch(
            """
            select l.id, l.endpoint_id, e.deleted_at is not null as deleted
            from webhooks.lane l
            join webhooks.endpoint e on e.id = l.endpoint_id
            where l.id = any({0}) and (not e.enabled or e.deleted_at is not null)
            """,
            DSL.val(lanes.toArray(String[]::new)))
        .forEach(
            row -> {
              if (row.get("deleted", Boolean.class)) {
                DeliveryCancellation.ofEndpoint(tx, row.get("endpoint_id", String.class));
              } else {
                hold(tx, row.get("id", String.class));
              }
            });
  }
}
