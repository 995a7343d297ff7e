package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.DELIVERY;
import static io.timeledger.schemas.jooq.webhooks.Tables.ENDPOINT;
import static io.timeledger.schemas.jooq.webhooks.Tables.LANE;
import static io.timeledger.schemas.jooq.webhooks.Tables.REPLAY_JOB;
import static io.timeledger.webhooks.postgres.ColumnConverters.constant;
import static io.timeledger.webhooks.postgres.ColumnConverters.json;
import static io.timeledger.webhooks.postgres.ColumnConverters.wireName;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DispatchCommand.Replay;
import io.timeledger.webhooks.control.ControlStore;
import io.timeledger.webhooks.control.PastDelivery;
import io.timeledger.webhooks.control.ReplayState;
import io.timeledger.webhooks.fanout.NewBody;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/// What commands read and change, in PostgreSQL.
final class SqlControlStore implements ControlStore {
  private static final int TESTS_AT_ONCE = 2;

  private final DSLContext tx;

  SqlControlStore(DSLContext tx) {
    this.tx = tx;
  }

  @Override
  public Optional<Webhook> webhook(WorkspaceId workspace, WebhookId id) {
    return tx.select(ENDPOINT.CONFIG)
        .from(ENDPOINT)
        .where(ENDPOINT.ID.eq(id.value()))
        .and(ENDPOINT.WORKSPACE_ID.eq(workspace.value()))
        .and(ENDPOINT.DELETED_AT.isNull())
        .fetchOptional(row -> EndpointCache.webhook(row.get(ENDPOINT.CONFIG)));
  }

  @Override
  public void addTestLane(String lane, Webhook webhook) {
    tx.insertInto(LANE)
        .set(LANE.ID, lane)
        .set(LANE.ENDPOINT_ID, webhook.id().value())
        .set(LANE.WORKSPACE_ID, webhook.workspaceId().value())
        .set(LANE.HOST, SqlEndpointStore.host(webhook))
        .set(LANE.CAP_NOW, TESTS_AT_ONCE)
        .set(LANE.CAP_MAX, TESTS_AT_ONCE)
        .onConflictDoNothing()
        .execute();
  }

  @Override
  public void add(NewBody body) {
    DeliveryInserts.bodies(tx, List.of(body));
  }

  @Override
  public void add(NewDelivery delivery) {
    DeliveryInserts.deliveries(tx, List.of(delivery));
  }

  @Override
  public Optional<PastDelivery> delivery(DeliveryId id, WebhookId webhook) {
    return PastDeliveries.find(tx, id, webhook);
  }

  @Override
  public void add(Webhook webhook, Replay replay, int ratePerSecond, String createdBy) {
    tx.insertInto(REPLAY_JOB)
        .set(REPLAY_JOB.ID, replay.replayId().value())
        .set(REPLAY_JOB.WORKSPACE_ID, webhook.workspaceId().value())
        .set(REPLAY_JOB.ENDPOINT_ID, webhook.id().value())
        .set(REPLAY_JOB.STATE, wireName(ReplayState.RUNNING))
        .set(REPLAY_JOB.FILTER, json(replay.filter()))
        .set(REPLAY_JOB.RATE_PER_SECOND, ratePerSecond)
        .set(REPLAY_JOB.CREATED_BY, createdBy)
        .onConflictDoNothing()
        .execute();
  }

  @Override
  public Optional<ReplayState> lock(ReplayId id, WebhookId webhook) {
    Lanes.lock(tx, Set.of(webhook.value()));
    return tx.select(REPLAY_JOB.STATE)
        .from(REPLAY_JOB)
        .where(REPLAY_JOB.ID.eq(id.value()))
        .and(REPLAY_JOB.ENDPOINT_ID.eq(webhook.value()))
        .forUpdate()
        .fetchOptional(row -> constant(ReplayState.class, row.get(REPLAY_JOB.STATE)));
  }

  @Override
  public void end(ReplayId id, ReplayState state) {
    SqlReplayJobs.end(tx, id, state);
  }

  @Override
  public void cancelDeliveries(ReplayId id) {
    DeliveryCancellation.cancel(tx, DELIVERY.REPLAY_JOB_ID.eq(id.value()));
  }
}
