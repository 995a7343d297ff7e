package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.ENDPOINT;
import static io.timeledger.schemas.jooq.webhooks.Tables.POISON;
import static io.timeledger.schemas.jooq.webhooks.Tables.PROGRESS;
import static io.timeledger.webhooks.postgres.ColumnConverters.isAny;
import static io.timeledger.webhooks.postgres.UnnestRows.r;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.fanout.IntakeBatch.Poison;
import io.timeledger.webhooks.fanout.IntakeEvent;
import io.timeledger.webhooks.fanout.IntakeStore;
import io.timeledger.webhooks.fanout.NewBody;
import io.timeledger.webhooks.fanout.NewDelivery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;

/// What intake reads and writes, in PostgreSQL.
final class SqlIntakeStore implements IntakeStore {
  private final DSLContext tx;

  SqlIntakeStore(DSLContext tx) {
    this.tx = tx;
  }

  @Override
  public List<Webhook> webhooks(Set<WorkspaceId> workspaces) {
    return tx.select(ENDPOINT.CONFIG)
        .from(ENDPOINT)
        .where(isAny(ENDPOINT.WORKSPACE_ID, workspaces, WorkspaceId::value))
        .and(ENDPOINT.DELETED_AT.isNull())
        .orderBy(ENDPOINT.ID)
        .fetch(row -> EndpointCache.webhook(row.get(ENDPOINT.CONFIG)));
  }

  @Override
  public Map<WorkspaceId, Long> seen(Set<WorkspaceId> workspaces) {
    Map<WorkspaceId, Long> seen = new HashMap<>();
    tx.selectFrom(PROGRESS)
        .where(isAny(PROGRESS.WORKSPACE_ID, workspaces, WorkspaceId::value))
        .forEach(row -> seen.put(new WorkspaceId(row.getWorkspaceId()), row.getSequence()));
    return seen;
  }

  @Override
  public void keepSeen(Map<WorkspaceId, Long> seen) {
    Table<Record> rows =
        UnnestRows.of(seen.entrySet())
            .with(PROGRESS.WORKSPACE_ID, row -> row.getKey().value())
            .with(PROGRESS.SEQUENCE, Map.Entry::getValue)
            .table();
    // Lock order; prevents deadlock.
    tx.insertInto(PROGRESS, PROGRESS.WORKSPACE_ID, PROGRESS.SEQUENCE)
        .select(
            tx.select(r(PROGRESS.WORKSPACE_ID), r(PROGRESS.SEQUENCE))
                .from(rows)
                .orderBy(r(PROGRESS.WORKSPACE_ID)))
        .onConflict(PROGRESS.WORKSPACE_ID)
        .doUpdate()
        .set(PROGRESS.SEQUENCE, excluded(PROGRESS.SEQUENCE))
        .execute();
  }

  @Override
  public void add(List<IntakeEvent> events, List<NewBody> bodies, List<NewDelivery> deliveries) {
    DeliveryInserts.events(tx, events);
    DeliveryInserts.bodies(tx, bodies);
    DeliveryInserts.deliveries(tx, deliveries);
  }

  @Override
  public void hold(List<IntakeEvent> unknown) {
    HeldEvents.keep(tx, unknown);
  }

  @Override
  public List<IntakeEvent> takeKnown() {
    return HeldEvents.takeKnown(tx);
  }

  @Override
  public void refresh(Collection<String> lanes) {
    if (!lanes.isEmpty()) {
      Lanes.lock(tx, lanes);
      Lanes.refresh(tx, lanes);
    }
  }

  @Override
  public void keepAside(List<Poison> poisons) {
    UnnestRows.of(poisons)
        .with(POISON.TOPIC, row -> row.place().topic())
        .with(POISON.PARTITION, row -> row.place().partition())
        .with(POISON.OFFSET, row -> row.place().offset())
        .with(POISON.KEY, Poison::key)
        .with(POISON.VALUE, row -> row.value() == null ? null : row.value().array())
        .with(POISON.ERROR, Poison::error)
        .insertInto(tx, POISON);
  }
}
