package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.when;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.DeliveryOrder;
import io.timeledger.schemas.resource.Webhook;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;

/// The lanes of an endpoint: what its webhook allows, and the hold until its secret arrives.
final class EndpointLanes {
  private static final String SECRET_HOLD = "secret";
  private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

  private final DSLContext tx;

  EndpointLanes(DSLContext tx) {
    this.tx = tx;
  }

  void put(Webhook webhook) {
    boolean strict = webhook.ordering() == DeliveryOrder.STRICT;
    int cap = strict ? 1 : webhook.maxInFlight();
    tx.insertInto(LANE)
        .set(LANE.ID, webhook.id().value())
        .set(LANE.ENDPOINT_ID, webhook.id().value())
        .set(LANE.WORKSPACE_ID, webhook.workspaceId().value())
        .set(LANE.HOST, SqlEndpointStore.host(webhook))
        .set(LANE.STRICT, strict)
        .set(LANE.CAP_NOW, cap)
        .set(LANE.CAP_MAX, cap)
        .set(LANE.RATE_PER_SECOND, webhook.ratePerSecond())
        .onConflict(LANE.ID)
        .doUpdate()
        .set(LANE.HOST, excluded(LANE.HOST))
        .set(LANE.STRICT, excluded(LANE.STRICT))
        .set(LANE.CAP_MAX, excluded(LANE.CAP_MAX))
        .set(
            LANE.CAP_NOW,
            when(LANE.CAP_MAX.eq(excluded(LANE.CAP_MAX)), LANE.CAP_NOW)
                .otherwise(excluded(LANE.CAP_MAX)))
        .set(LANE.RATE_PER_SECOND, excluded(LANE.RATE_PER_SECOND))
        .execute();
    // Lanes of test deliveries call the same host.
    tx.update(LANE)
        .set(LANE.HOST, SqlEndpointStore.host(webhook))
        .where(LANE.ENDPOINT_ID.eq(webhook.id().value()))
        .execute();
  }

  void holdForSecrets(WebhookId id) {
    tx.update(LANE)
        .set(LANE.HOLD_UNTIL, FOR_EVER)
        .set(LANE.HOLD_REASON, SECRET_HOLD)
        .where(LANE.ENDPOINT_ID.eq(id.value()))
        .execute();
  }

  void releaseForSecrets(WebhookId id) {
    tx.update(LANE)
        .setNull(LANE.HOLD_UNTIL)
        .setNull(LANE.HOLD_REASON)
        .where(LANE.ENDPOINT_ID.eq(id.value()))
        .and(LANE.HOLD_REASON.eq(SECRET_HOLD))
        .execute();
  }

  void startAnew(WebhookId id) {
    tx.update(LANE)
        .set(LANE.CAP_NOW, LANE.CAP_MAX)
        .set(LANE.FAST_STREAK, 0)
        .set(LANE.FAIL_STREAK, 0)
        .setNull(LANE.FIRST_FAILURE_AT)
        .set(LANE.NOTICE_PERCENT, 0)
        .set(LANE.HOLD_UNTIL, ifHeldForSecrets(LANE.HOLD_UNTIL))
        .set(LANE.HOLD_REASON, ifHeldForSecrets(LANE.HOLD_REASON))
        .where(LANE.ID.eq(id.value()))
        .execute();
  }

  private static <T> Field<T> ifHeldForSecrets(Field<T> column) {
    return when(LANE.HOLD_REASON.eq(SECRET_HOLD), column);
  }
}
