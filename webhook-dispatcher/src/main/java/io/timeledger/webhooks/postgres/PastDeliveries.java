package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.BODY;
import static io.timeledger.schemas.jooq.webhooks.Tables.DELIVERY;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.webhooks.tables.Delivery;
import io.timeledger.webhooks.control.PastDelivery;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/// Deliveries that may be made again.
final class PastDeliveries {
  private static final Delivery OTHER = DELIVERY.as("x");

  // Looks at one day only: all deliveries of an event are stored under the day of the event.
  private static final Field<Integer> NEXT_REPLAY_NO =
      DSL.field(
          DSL.select(DSL.max(OTHER.REPLAY_NO).plus(1))
              .from(OTHER)
              .where(OTHER.DAY.eq(DELIVERY.DAY))
              .and(OTHER.EVENT_ID.eq(DELIVERY.EVENT_ID))
              .and(OTHER.ENDPOINT_ID.eq(DELIVERY.ENDPOINT_ID)));

  private PastDeliveries() {}

  static Optional<PastDelivery> find(DSLContext tx, DeliveryId id, WebhookId webhook) {
    return select(tx, DELIVERY.ID.eq(id.value()).and(DELIVERY.ENDPOINT_ID.eq(webhook.value())))
        .fetchOptional(PastDeliveries::read);
  }

  static List<PastDelivery> find(DSLContext tx, Condition which, int most) {
    return select(tx, which)
        .orderBy(DELIVERY.CREATED_AT, DELIVERY.ID)
        .limit(most)
        .fetch(PastDeliveries::read);
  }

  private static SelectConditionStep<? extends Record> select(DSLContext tx, Condition which) {
    return tx.select(
            DELIVERY.ID,
            DELIVERY.DAY,
            DELIVERY.WORKSPACE_ID,
            DELIVERY.EVENT_ID,
            DELIVERY.EVENT_TYPE,
            DELIVERY.OCCURRED_AT,
            DELIVERY.VARIANT,
            DELIVERY.CREATED_AT,
            BODY.EVENT_ID,
            NEXT_REPLAY_NO)
        .from(DELIVERY)
        .leftJoin(BODY)
        .on(BODY.DAY.eq(DELIVERY.DAY))
        .and(BODY.EVENT_ID.eq(DELIVERY.EVENT_ID))
        .and(BODY.VARIANT.eq(DELIVERY.VARIANT))
        .where(which);
  }

  private static PastDelivery read(Record row) {
    return new PastDelivery(
        new DeliveryId(row.get(DELIVERY.ID)),
        row.get(DELIVERY.DAY),
        new WorkspaceId(row.get(DELIVERY.WORKSPACE_ID)),
        row.get(DELIVERY.EVENT_ID),
        row.get(DELIVERY.EVENT_TYPE),
        row.get(DELIVERY.OCCURRED_AT),
        row.get(DELIVERY.VARIANT),
        row.get(DELIVERY.CREATED_AT),
        row.get(BODY.EVENT_ID) != null,
        row.get(NEXT_REPLAY_NO));
  }
}
