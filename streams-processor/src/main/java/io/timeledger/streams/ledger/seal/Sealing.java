package io.timeledger.streams.ledger.seal;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.event.Author;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Seal;
import io.timeledger.schemas.json.SealedEvent;
import io.timeledger.streams.ledger.Fact;
import io.timeledger.streams.ledger.Ids;
import io.timeledger.streams.ledger.Receipt;
import io.timeledger.streams.ledger.state.Head;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Makes events of facts: numbers them, and chains them to the last event of the workspace.
public final class Sealing {
  private static final EventCodec CODEC = new EventCodec();

  private Sealing() {}

  public static List<SealedEvent> seal(
      List<Fact> facts, CommandEnvelope envelope, Receipt receipt, Head head) {
    Ids ids = new Ids(envelope.id(), receipt);
    Author author = new Author(envelope.actor().userId(), envelope.actor().via());
    List<SealedEvent> events = new ArrayList<>(facts.size());
    String previousHash = head.hash();
    for (Fact fact : facts) {
      SealedEvent event =
          Seal.written(
              new Event(
                  ids.next("evt"),
                  fact.type(),
                  envelope.workspaceId(),
                  fact.after(),
                  receipt.at().truncatedTo(ChronoUnit.MILLIS),
                  head.sequence() + 1 + events.size(),
                  fact.before(),
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
