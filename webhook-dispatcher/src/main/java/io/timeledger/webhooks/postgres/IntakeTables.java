package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.ENDPOINT;
import static io.timeledger.schemas.jooq.webhooks.Tables.POISON;
import static io.timeledger.schemas.jooq.webhooks.Tables.PROGRESS;
import static io.timeledger.schemas.jooq.webhooks.Tables.READ_POSITION;
import static io.timeledger.webhooks.postgres.Columns.isAny;
import static io.timeledger.webhooks.postgres.UnnestRows.r;
import static org.jooq.impl.DSL.excluded;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.control.CommandReplies;
import io.timeledger.webhooks.control.DispatchCommandHandler;
import io.timeledger.webhooks.fanout.Fanout;
import io.timeledger.webhooks.fanout.IntakeBatch;
import io.timeledger.webhooks.fanout.IntakeBatch.Advance;
import io.timeledger.webhooks.fanout.IntakeBatch.Poison;
import io.timeledger.webhooks.fanout.IntakeEvent;
import io.timeledger.webhooks.subscription.EndpointChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Applies what was read from the log: a batch is one transaction, begun by a compare-and-set of
/// the stored positions, so that of two who read the same only one applies it.
public final class IntakeTables {
  private static final Field<Long> TO_OFFSET = DSL.field(DSL.name("to_offset"), SQLDataType.BIGINT);

  private final DSLContext sql;
  private final Duration oldest;
  private final int defaultReplayRate;

  /// @param oldest age of events that are still delivered
  /// @param defaultReplayRate deliveries per second of a replay that names none
  public IntakeTables(DSLContext sql, Duration oldest, int defaultReplayRate) {
    this.sql = sql;
    this.oldest = oldest;
    this.defaultReplayRate = defaultReplayRate;
  }

  /// Where to go on; 0 for a partition that was never read.
  public long position(String topic, int partition) {
    return sql.select(READ_POSITION.NEXT_OFFSET)
        .from(READ_POSITION)
        .where(READ_POSITION.TOPIC.eq(topic))
        .and(READ_POSITION.PARTITION.eq(partition))
        .fetchOptional(READ_POSITION.NEXT_OFFSET)
        .orElse(0L);
  }

  /// @return false when the stored positions are others: nothing was applied then
  public boolean apply(IntakeBatch batch, Instant now) {
    return sql.transactionResult(
        tx -> {
          if (!advance(tx.dsl(), batch.advances())) {
            return false;
          }
          apply(tx.dsl(), batch, now);
          return true;
        });
  }

  private void apply(DSLContext tx, IntakeBatch batch, Instant now) {
    // What a crash of PostgreSQL loses, it loses together with the position, and the log has it.
    tx.execute("set local synchronous_commit = off");
    Set<String> lanes = new TreeSet<>();
    if (!batch.events().isEmpty()) {
      Fanout fanout = fanout(tx, batch.events(), now);
      batch.events().forEach(fanout::add);
      lanes.addAll(write(tx, fanout));
      HeldEvents.keep(tx, fanout.unknown());
      progress(tx, fanout.seen());
    }
    EndpointChanges endpoints = new EndpointChanges(new SqlEndpointStore(tx));
    endpoints.changeSecrets(batch.secrets());
    batch.secrets().forEach(it -> lanes.add(it.webhookId().value()));
    DispatchCommandHandler control =
        new DispatchCommandHandler(
            new SqlControlStore(tx),
            new CommandReplies(new SqlHandledCommands(tx)),
            endpoints,
            now,
            defaultReplayRate);
    batch.commands().forEach(it -> lanes.addAll(control.handle(it)));
    poisons(tx, batch.poisons());
    refresh(tx, lanes);
  }

  /// Delivers events that were unknown when they came and are known now.
  ///
  /// @return how many
  public int takeUp(Instant now) {
    return sql.transactionResult(
        tx -> {
          List<IntakeEvent> known = HeldEvents.takeKnown(tx.dsl());
          if (!known.isEmpty()) {
            Fanout fanout = fanout(tx.dsl(), known, now);
            known.forEach(fanout::addLate);
            refresh(tx.dsl(), write(tx.dsl(), fanout));
          }
          return known.size();
        });
  }

  /// @return the lanes that have something new
  private static Set<String> write(DSLContext tx, Fanout fanout) {
    Set<String> lanes = new TreeSet<>();
    DeliveryInserts.events(tx, fanout.events());
    DeliveryInserts.bodies(tx, fanout.bodies());
    DeliveryInserts.deliveries(tx, fanout.deliveries());
    fanout.deliveries().forEach(it -> lanes.add(it.laneId()));
    new EndpointChanges(new SqlEndpointStore(tx)).change(fanout.changedWebhooks());
    fanout.changedWebhooks().forEach(it -> lanes.add(it.id().value()));
    return lanes;
  }

  private static void refresh(DSLContext tx, Set<String> lanes) {
    if (!lanes.isEmpty()) {
      Lanes.lock(tx, lanes);
      Lanes.refresh(tx, lanes);
    }
  }

  private static boolean advance(DSLContext tx, List<Advance> advances) {
    List<Advance> first = advances.stream().filter(it -> it.from() == 0).toList();
    UnnestRows.of(first)
        .with(READ_POSITION.TOPIC, Advance::topic)
        .with(READ_POSITION.PARTITION, Advance::partition)
        .with(READ_POSITION.NEXT_OFFSET, Advance::from)
        .insertInto(tx, READ_POSITION);
    int moved =
        tx.update(READ_POSITION)
            .set(READ_POSITION.NEXT_OFFSET, r(TO_OFFSET))
            .from(
                UnnestRows.of(advances)
                    .with(READ_POSITION.TOPIC, Advance::topic)
                    .with(READ_POSITION.PARTITION, Advance::partition)
                    .with(READ_POSITION.NEXT_OFFSET, Advance::from)
                    .with(TO_OFFSET, Advance::to)
                    .table())
            .where(READ_POSITION.TOPIC.eq(r(READ_POSITION.TOPIC)))
            .and(READ_POSITION.PARTITION.eq(r(READ_POSITION.PARTITION)))
            .and(READ_POSITION.NEXT_OFFSET.eq(r(READ_POSITION.NEXT_OFFSET)))
            .execute();
    if (moved == advances.size()) {
      return true;
    }
    if (moved > 0) {
      throw new IllegalStateException("positions were moved by somebody else: " + advances);
    }
    return false;
  }

  private Fanout fanout(DSLContext tx, List<IntakeEvent> events, Instant now) {
    Set<String> workspaces = new TreeSet<>();
    events.forEach(it -> workspaces.add(it.envelope().workspaceId().value()));
    List<Webhook> known =
        tx.select(ENDPOINT.CONFIG)
            .from(ENDPOINT)
            .where(isAny(ENDPOINT.WORKSPACE_ID, workspaces))
            .and(ENDPOINT.DELETED_AT.isNull())
            .orderBy(ENDPOINT.ID)
            .fetch(row -> EndpointCache.webhook(row.get(ENDPOINT.CONFIG)));
    Map<WorkspaceId, Long> seen = new HashMap<>();
    tx.selectFrom(PROGRESS)
        .where(isAny(PROGRESS.WORKSPACE_ID, workspaces))
        .forEach(row -> seen.put(new WorkspaceId(row.getWorkspaceId()), row.getSequence()));
    return new Fanout(known, seen, now.minus(oldest));
  }

  private static void progress(DSLContext tx, Map<WorkspaceId, Long> seen) {
    Table<Record> rows =
        UnnestRows.of(seen.entrySet())
            .with(PROGRESS.WORKSPACE_ID, it -> it.getKey().value())
            .with(PROGRESS.SEQUENCE, Map.Entry::getValue)
            .table();
    // In the order of ids, so that nobody waits for somebody who waits.
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

  private static void poisons(DSLContext tx, Collection<Poison> poisons) {
    UnnestRows.of(poisons)
        .with(POISON.TOPIC, it -> it.place().topic())
        .with(POISON.PARTITION, it -> it.place().partition())
        .with(POISON.OFFSET, it -> it.place().offset())
        .with(POISON.KEY, Poison::key)
        .with(POISON.VALUE, it -> it.value() == null ? null : it.value().array())
        .with(POISON.ERROR, Poison::error)
        .insertInto(tx, POISON);
  }
}
