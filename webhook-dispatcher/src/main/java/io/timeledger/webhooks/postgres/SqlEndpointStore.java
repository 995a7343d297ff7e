package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Sequences.REVISION;
import static io.timeledger.schemas.jooq.webhooks.Tables.DELIVERY;
import static io.timeledger.schemas.jooq.webhooks.Tables.ENDPOINT;
import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static io.timeledger.schemas.jooq.webhooks.Tables.QUEUED;
import static io.timeledger.schemas.jooq.webhooks.Tables.SECRET;
import static io.timeledger.webhooks.postgres.ColumnConverters.CLOCK;
import static io.timeledger.webhooks.postgres.ColumnConverters.json;
import static io.timeledger.webhooks.postgres.ColumnConverters.literal;
import static io.timeledger.webhooks.postgres.ColumnConverters.wireName;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.jooq.webhooks.tables.records.QueuedRecord;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.webhooks.subscription.EndpointStore;
import io.timeledger.webhooks.subscription.SecretChange;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Endpoints in PostgreSQL.
final class SqlEndpointStore implements EndpointStore {
  private final DSLContext tx;
  private final EndpointLanes lanes;

  SqlEndpointStore(DSLContext tx) {
    this.tx = tx;
    lanes = new EndpointLanes(tx);
  }

  @Override
  public void lock(Collection<WebhookId> ids) {
    Lanes.lock(tx, ids.stream().map(WebhookId::value).toList());
  }

  @Override
  public Optional<Boolean> isEnabled(WebhookId id) {
    return tx.select(ENDPOINT.ENABLED)
        .from(ENDPOINT)
        .where(ENDPOINT.ID.eq(id.value()))
        .fetchOptional(ENDPOINT.ENABLED);
  }

  @Override
  public void put(Webhook webhook) {
    DisabledReason reason = webhook.disabledReason();
    tx.insertInto(ENDPOINT)
        .set(ENDPOINT.ID, webhook.id().value())
        .set(ENDPOINT.WORKSPACE_ID, webhook.workspaceId().value())
        .set(ENDPOINT.URL, webhook.url())
        .set(ENDPOINT.HOST, host(webhook))
        .set(ENDPOINT.EVENTS, webhook.events().toArray(String[]::new))
        .set(ENDPOINT.ENABLED, webhook.enabled())
        .set(ENDPOINT.DISABLED_REASON, reason == null ? null : wireName(reason))
        .set(ENDPOINT.DISABLED_AT, webhook.disabledAt())
        .set(ENDPOINT.CONFIG, json(webhook))
        .set(ENDPOINT.SEQUENCE, webhook.sequence())
        .set(ENDPOINT.DELETED_AT, webhook.deletedAt())
        .onConflict(ENDPOINT.ID)
        .doUpdate()
        .set(ENDPOINT.URL, excluded(ENDPOINT.URL))
        .set(ENDPOINT.HOST, excluded(ENDPOINT.HOST))
        .set(ENDPOINT.EVENTS, excluded(ENDPOINT.EVENTS))
        .set(ENDPOINT.ENABLED, excluded(ENDPOINT.ENABLED))
        .set(ENDPOINT.DISABLED_REASON, excluded(ENDPOINT.DISABLED_REASON))
        .set(ENDPOINT.DISABLED_AT, excluded(ENDPOINT.DISABLED_AT))
        .set(ENDPOINT.CONFIG, excluded(ENDPOINT.CONFIG))
        .set(ENDPOINT.SEQUENCE, excluded(ENDPOINT.SEQUENCE))
        .set(ENDPOINT.DELETED_AT, excluded(ENDPOINT.DELETED_AT))
        .set(ENDPOINT.REVISION, REVISION.nextval())
        .where(ENDPOINT.SEQUENCE.lt(excluded(ENDPOINT.SEQUENCE)))
        .execute();
    lanes.put(webhook);
  }

  @Override
  public Optional<WebhookSecrets> secrets(WebhookId id) {
    return tx.select(SECRET.SEALED)
        .from(SECRET)
        .where(SECRET.ENDPOINT_ID.eq(id.value()))
        .fetchOptional(row -> EndpointCache.secrets(row.get(SECRET.SEALED)));
  }

  @Override
  public void putSecrets(SecretChange change, WebhookSecrets secrets) {
    tx.insertInto(SECRET)
        .set(SECRET.ENDPOINT_ID, change.webhookId().value())
        .set(SECRET.WORKSPACE_ID, change.workspaceId().value())
        .set(SECRET.SEALED, json(secrets))
        .onConflict(SECRET.ENDPOINT_ID)
        .doUpdate()
        .set(SECRET.SEALED, excluded(SECRET.SEALED))
        .execute();
  }

  @Override
  public void deleteSecrets(WebhookId id) {
    tx.deleteFrom(SECRET).where(SECRET.ENDPOINT_ID.eq(id.value())).execute();
  }

  @Override
  public Optional<Webhook> revise(WebhookId id) {
    return tx.update(ENDPOINT)
        .set(ENDPOINT.REVISION, REVISION.nextval())
        .where(ENDPOINT.ID.eq(id.value()))
        .and(ENDPOINT.DELETED_AT.isNull())
        .returning(ENDPOINT.CONFIG)
        .fetchOptional(row -> EndpointCache.webhook(row.get(ENDPOINT.CONFIG)));
  }

  @Override
  public void holdForSecrets(WebhookId id) {
    lanes.holdForSecrets(id);
  }

  @Override
  public void releaseForSecrets(WebhookId id) {
    lanes.releaseForSecrets(id);
  }

  @Override
  public void startAnew(WebhookId id) {
    lanes.startAnew(id);
  }

  @Override
  public boolean disable(WebhookId id, DisabledReason reason) {
    return tx.update(ENDPOINT)
            .set(ENDPOINT.ENABLED, false)
            .set(ENDPOINT.DISABLED_REASON, wireName(reason))
            .set(ENDPOINT.DISABLED_AT, CLOCK)
            .where(ENDPOINT.ID.eq(id.value()))
            .and(ENDPOINT.ENABLED)
            .and(ENDPOINT.DELETED_AT.isNull())
            .execute()
        > 0;
  }

  @Override
  public List<SwitchedOff> switchedOff(Collection<String> lanes) {
    return tx.select(LANE.ID, LANE.ENDPOINT_ID, ENDPOINT.DELETED_AT)
        .from(LANE)
        .join(ENDPOINT)
        .on(ENDPOINT.ID.eq(LANE.ENDPOINT_ID))
        .where(ColumnConverters.isAny(LANE.ID, lanes))
        .and(ENDPOINT.DELETED_AT.isNotNull().or(DSL.not(ENDPOINT.ENABLED)))
        .fetch(
            row ->
                new SwitchedOff(
                    row.get(LANE.ID),
                    new WebhookId(row.get(LANE.ENDPOINT_ID)),
                    row.get(ENDPOINT.DELETED_AT) != null));
  }

  @Override
  public void holdDeliveries(String laneId) {
    CommonTableExpression<QueuedRecord> held =
        DSL.name("held")
            .as(
                tx.deleteFrom(QUEUED)
                    .where(QUEUED.LANE_ID.eq(laneId))
                    .and(QUEUED.TRIGGER.eq(literal(DeliveryTrigger.EVENT)))
                    .and(QUEUED.LEASE_TOKEN.isNull())
                    .returning(QUEUED.DAY, QUEUED.DELIVERY_ID));
    tx.with(held)
        .update(DELIVERY)
        .set(DELIVERY.STATE, wireName(DeliveryState.HELD))
        .setNull(DELIVERY.NEXT_ATTEMPT_AT)
        .from(held)
        .where(DELIVERY.DAY.eq(held.field(QUEUED.DAY)))
        .and(DELIVERY.ID.eq(held.field(QUEUED.DELIVERY_ID)))
        .execute();
  }

  @Override
  public void cancelDeliveries(WebhookId id) {
    DeliveryCancellation.cancel(tx, DELIVERY.ENDPOINT_ID.eq(id.value()));
  }

  @Override
  public void send(CommandEnvelope command) {
    Outbox.put(tx, List.of(OutboxMessages.message(command)));
  }

  static String host(Webhook webhook) {
    try {
      String host = URI.create(webhook.url()).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
