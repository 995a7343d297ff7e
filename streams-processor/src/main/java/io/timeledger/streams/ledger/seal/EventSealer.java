package io.timeledger.streams.ledger.seal;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventAuthor;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Seal;
import io.timeledger.schemas.json.SealedEvent;
import io.timeledger.streams.ledger.CommandMetadata;
import io.timeledger.streams.ledger.IdGenerator;
import io.timeledger.streams.ledger.PendingEvent;
import io.timeledger.streams.ledger.state.Head;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Turns pending events into events: numbers them, and chains them to the workspace's last event.
public final class EventSealer {
  private static final EventCodec CODEC = new EventCodec();

  private EventSealer() {}

  public static List<SealedEvent> seal(
      List<PendingEvent> pending, CommandEnvelope envelope, CommandMetadata metadata, Head head) {
    IdGenerator ids = new IdGenerator(envelope.id(), metadata);
    EventAuthor author = new EventAuthor(envelope.actor().userId(), envelope.actor().via());
    List<SealedEvent> events = new ArrayList<>(pending.size());
    String previousHash = head.hash();
    for (PendingEvent each : pending) {
      SealedEvent event =
          Seal.written(
              new Event(
                  ids.next("evt"),
                  each.type(),
                  envelope.workspaceId(),
                  each.after(),
                  metadata.at().truncatedTo(ChronoUnit.MILLIS),
                  head.sequence() + 1 + events.size(),
                  each.before(),
                  author,
                  envelope.id(),
                  previousHash,
                  ""),
              CODEC);
      events.add(event);
      previousHash = event.event().hash();
    }
    return events;
  }
}
