package io.timeledger.streams.rollup;

import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Seal;
import io.timeledger.schemas.resource.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// A workspace's sealed events, as the ledger would write them.
public final class History {
  private static final EventCodec CODEC = new EventCodec();
  private static final Instant START = Instant.parse("2026-04-01T08:00:00Z");

  private final WorkspaceId workspace;
  private final EventAuthor author = new EventAuthor(new UserId("u_boss"), CommandOrigin.API);
  private final List<Event> events = new ArrayList<>();
  private String lastHash = Event.GENESIS;

  public History(WorkspaceId workspace) {
    this.workspace = workspace;
  }

  public WorkspaceId workspace() {
    return workspace;
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  public Instant now() {
    return START.plusSeconds(events.size());
  }

  /// When the event with this sequence happened.
  public Instant at(long sequence) {
    return events.get((int) sequence - 1).timestamp();
  }

  /// Appends an event whose data is made from its sequence.
  public <R extends Resource> R append(
      EventType type, @Nullable R before, LongFunction<R> dataOfSequence) {
    long sequence = events.size() + 1L;
    R data = dataOfSequence.apply(sequence);
    Event event =
        Seal.sealed(
            new Event(
                "evt_%s_%d".formatted(workspace, sequence),
                type,
                workspace,
                data,
                now(),
                sequence,
                before,
                author,
                "cmd_" + sequence,
                lastHash,
                ""),
            CODEC);
    lastHash = event.hash();
    events.add(event);
    return data;
  }
}
