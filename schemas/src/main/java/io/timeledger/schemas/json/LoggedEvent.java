package io.timeledger.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventEnvelope;
import java.time.DateTimeException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// An event on the log, possibly written by a newer release: readers keep an unknown event until a
/// release that knows it replaces them. Unknown is not malformed, because the ledger sealed it.
///
/// @param event empty when its type, or a value in it, is unknown to this release
/// @param json the event, whose fields fill rows and bodies
/// @param body the JSON as it was written
public record LoggedEvent(
    EventEnvelope envelope, Optional<Event> event, ObjectNode json, String body) {
  private static final EventCodec CODEC = new EventCodec();

  /// @throws MalformedException when no release of the ledger can have written the bytes
  public static LoggedEvent read(byte[] bytes) {
    return of(EventCodec.treeOf(bytes), new String(bytes, UTF_8));
  }

  /// As [#read], for JSON that is already parsed.
  public static LoggedEvent of(ObjectNode json, String body) {
    try {
      Event event = CODEC.fromTree(json);
      return new LoggedEvent(EventEnvelope.of(event), Optional.of(event), json, body);
    } catch (MalformedException e) {
      if (isSealed(json)) {
        return new LoggedEvent(EventCodec.envelope(json), Optional.empty(), json, body);
      }
      throw e;
    }
  }

  public ObjectNode data() {
    return (ObjectNode) json.required("data");
  }

  private static boolean isSealed(ObjectNode json) {
    try {
      return json.required("data").isObject()
          && !EventCodec.envelope(json).id().isEmpty()
          && Seal.holds(json);
    } catch (JacksonException
        | IllegalArgumentException
        | DateTimeException
        | ClassCastException e) {
      return false;
    }
  }
}
