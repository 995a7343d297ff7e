package io.timeledger.webhooks.postgres;

import static io.timeledger.schemas.jooq.webhooks.Tables.HELD_EVENT;
import static io.timeledger.webhooks.postgres.UnnestRows.r;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.jooq.webhooks.tables.records.HeldEventRecord;
import io.timeledger.webhooks.fanout.IntakeEvent;
import io.timeledger.webhooks.fanout.LogPosition;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Events that a newer release wrote: they wait for a release that knows to whom they go and what
/// of them.
final class HeldEvents {
  private static final Logger log = LoggerFactory.getLogger(HeldEvents.class);

  private HeldEvents() {}

  static void keep(DSLContext tx, Collection<IntakeEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    log.warn(
        "event=events_held count={} types={} remedy=\"a newer release writes them: upgrade\"",
        events.size(),
        events.stream().map(event -> event.envelope().type()).distinct().sorted().toList());
    UnnestRows.of(events)
        .with(HELD_EVENT.WORKSPACE_ID, event -> event.envelope().workspaceId().value())
        .with(HELD_EVENT.SEQUENCE, event -> event.envelope().sequence())
        .with(HELD_EVENT.TYPE, event -> event.envelope().type())
        .with(HELD_EVENT.TOPIC, event -> event.place().topic())
        .with(HELD_EVENT.PARTITION, event -> event.place().partition())
        .with(HELD_EVENT.OFFSET, event -> event.place().offset())
        .with(HELD_EVENT.TRACEPARENT, event -> event.place().traceparent())
        .with(HELD_EVENT.BODY, event -> event.logged().body())
        .insertInto(tx, HELD_EVENT);
  }

  /// Removes those that this release knows, in the order of their workspaces. Another instance that
  /// does the same has others.
  static List<IntakeEvent> takeKnown(DSLContext tx) {
    List<IntakeEvent> known =
        tx
            .selectFrom(HELD_EVENT)
            .orderBy(HELD_EVENT.WORKSPACE_ID, HELD_EVENT.SEQUENCE)
            .forUpdate()
            .skipLocked()
            .fetch(HeldEvents::read)
            .stream()
            .filter(event -> event.logged().event().isPresent())
            .toList();
    if (!known.isEmpty()) {
      tx.deleteFrom(HELD_EVENT)
          .using(
              UnnestRows.of(known)
                  .with(HELD_EVENT.WORKSPACE_ID, event -> event.envelope().workspaceId().value())
                  .with(HELD_EVENT.SEQUENCE, event -> event.envelope().sequence())
                  .table())
          .where(HELD_EVENT.WORKSPACE_ID.eq(r(HELD_EVENT.WORKSPACE_ID)))
          .and(HELD_EVENT.SEQUENCE.eq(r(HELD_EVENT.SEQUENCE)))
          .execute();
    }
    return known;
  }

  private static IntakeEvent read(HeldEventRecord row) {
    return IntakeEvent.read(
        row.getBody().getBytes(UTF_8),
        new LogPosition(row.getTopic(), row.getPartition(), row.getOffset(), row.getTraceparent()));
  }
}
