package io.timeledger.webhooks.intake;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.MalformedException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/// An event as it was read: by its type, and as the JSON that it is.
public record LoggedEvent(Event event, ObjectNode json, LogPlace place) {
  private static final EventCodec CODEC = new EventCodec();

  /// @throws MalformedException when the bytes are no event that is known here
  public static LoggedEvent read(byte[] value, LogPlace place) {
    ObjectNode json = EventCodec.treeOf(value);
    return new LoggedEvent(CODEC.fromTree(json), json, place);
  }

  /// The UTC date of the event: by it, everything about the event is kept and dropped.
  LocalDate day() {
    return event.timestamp().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
