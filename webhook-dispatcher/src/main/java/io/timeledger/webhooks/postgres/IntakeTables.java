package io.timeledger.webhooks.postgres;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.fanout.Fanout;
import io.timeledger.webhooks.fanout.IntakeBatch;
import io.timeledger.webhooks.fanout.IntakeBatch.Advance;
import io.timeledger.webhooks.fanout.IntakeBatch.Poison;
import io.timeledger.webhooks.fanout.IntakeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Applies what was read from the log: a batch is one transaction, begun by a compare-and-set of
/// the stored positions, so that of two who read the same only one applies it.
public final class IntakeTables {
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
    Record row =
        sql.fetchOne(
            """
            select next_offset from webhooks.read_position
            where topic = {0} and partition = {1}
            """,
            DSL.val(topic), DSL.val(partition));
    return row == null ? 0 : row.get(0, Long.class);
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
    EndpointRows.changeSecrets(tx, batch.secrets());
    batch.secrets().forEach(it -> lanes.add(it.webhookId().value()));
    DispatchCommandHandler control = new DispatchCommandHandler(tx, now, defaultReplayRate);
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
    EndpointRows.change(tx, fanout.changedWebhooks());
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
    if (!first.isEmpty()) {
      tx.execute(
          """
          insert into webhooks.read_position (topic, partition, next_offset)
          select topic, partition, 0 from {0} on conflict do nothing
          """,
          UnnestRows.of(first)
              .text("topic", Advance::topic)
              .integer("partition", Advance::partition)
              .table());
    }
    int moved =
        tx.execute(
            """
            update webhooks.read_position p set next_offset = r.to_offset
            from {0}
            where p.topic = r.topic and p.partition = r.partition
              and p.next_offset = r.from_offset
            """,
            UnnestRows.of(advances)
                .text("topic", Advance::topic)
                .integer("partition", Advance::partition)
                .bigint("from_offset", Advance::from)
                .bigint("to_offset", Advance::to)
                .table());
    if (moved == advances.size()) {
      return true;
    }
    if (moved > 0) {
      throw new IllegalStateException("positions were moved by somebody else: " + advances);
    }
    return false;
  }

  private Fanout fanout(DSLContext tx, List<IntakeEvent> events, Instant now) {
    String[] workspaces =
        events.stream()
            .map(it -> it.envelope().workspaceId().value())
            .distinct()
            .toArray(String[]::new);
    List<Webhook> known =
        tx.fetch(
                """
                select config::text from webhooks.endpoint
                where workspace_id = any({0}) and deleted_at is null order by id
                """,
                DSL.val(workspaces))
            .map(row -> EndpointCache.webhook(row.get(0, String.class)));
    Map<WorkspaceId, Long> seen = new HashMap<>();
    tx.fetch(
            "select workspace_id, sequence from webhooks.progress where workspace_id = any({0})",
            DSL.val(workspaces))
        .forEach(
            row -> seen.put(new WorkspaceId(row.get(0, String.class)), row.get(1, Long.class)));
    return new Fanout(known, seen, now.minus(oldest));
  }

  private static void progress(DSLContext tx, Map<WorkspaceId, Long> seen) {
    tx.execute(
        """
        insert into webhooks.progress (workspace_id, sequence)
        select workspace_id, sequence from {0} order by workspace_id
        on conflict (workspace_id) do update set sequence = excluded.sequence
        """,
        UnnestRows.of(seen.entrySet())
            .text("workspace_id", it -> it.getKey().value())
            .bigint("sequence", Map.Entry::getValue)
            .table());
  }

  private static void poisons(DSLContext tx, Collection<Poison> poisons) {
    if (!poisons.isEmpty()) {
      tx.execute(
          """
          insert into webhooks.poison (topic, partition, "offset", key, value, error)
          select topic, partition, place, key, value, error from {0} on conflict do nothing
          """,
          UnnestRows.of(poisons)
              .text("topic", it -> it.place().topic())
              .integer("partition", it -> it.place().partition())
              .bigint("place", it -> it.place().offset())
              .text("key", Poison::key)
              .bytes("value", it -> it.value() == null ? null : it.value().array())
              .text("error", Poison::error)
              .table());
    }
  }
}
