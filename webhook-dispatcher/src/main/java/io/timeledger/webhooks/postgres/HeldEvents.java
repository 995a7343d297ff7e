package io.timeledger.webhooks.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.webhooks.fanout.IntakeEvent;
import io.timeledger.webhooks.fanout.LogPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
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
        events.stream().map(it -> it.envelope().type()).distinct().sorted().toList());
    tx.execute(
        """
        insert into webhooks.held_event (
          workspace_id, sequence, type, topic, partition, "offset", traceparent, body)
        select workspace_id, sequence, type, topic, partition, place, traceparent, body
        from {0} on conflict do nothing
        """,
        UnnestRows.of(events)
            .text("workspace_id", it -> it.envelope().workspaceId().value())
            .bigint("sequence", it -> it.envelope().sequence())
            .text("type", it -> it.envelope().type())
            .text("topic", it -> it.place().topic())
            .integer("partition", it -> it.place().partition())
            .bigint("place", it -> it.place().offset())
            .text("traceparent", it -> it.place().traceparent())
            .text("body", it -> it.logged().body())
            .table());
  }

  /// Removes those that this release knows, in the order of their workspaces. Another instance that
  /// does the same has others.
  static List<IntakeEvent> takeKnown(DSLContext tx) {
    List<IntakeEvent> known = new ArrayList<>();
    tx
        .fetch(
            """
            select topic, partition, "offset" as place, traceparent, body
            from webhooks.held_event order by workspace_id, sequence for update skip locked
            """)
        .map(HeldEvents::read)
        .stream()
        .filter(it -> it.logged().event().isPresent())
        .forEach(known::add);
    if (!known.isEmpty()) {
      tx.execute(
          """
          delete from webhooks.held_event h using {0}
          where h.workspace_id = r.workspace_id and h.sequence = r.sequence
          """,
          UnnestRows.of(known)
              .text("workspace_id", it -> it.envelope().workspaceId().value())
              .bigint("sequence", it -> it.envelope().sequence())
              .table());
    }
    return known;
  }

  private static IntakeEvent read(Record row) {
    return IntakeEvent.read(
        row.get("body", String.class).getBytes(UTF_8),
        new LogPosition(
            row.get("topic", String.class),
            row.get("partition", Integer.class),
            row.get("place", Long.class),
            row.get("traceparent", String.class)));
  }
}
