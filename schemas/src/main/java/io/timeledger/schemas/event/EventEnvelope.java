package io.timeledger.schemas.event;

import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.Locale;

/// What every release can read of an event, whatever the event tells. A newer release may write
/// types and values that this one does not know; the envelope stays as it is.
///
/// @param type its name on the wire
/// @param entityType the kind of thing that the event is about; of an unknown event, the name of
///     its type without the last part
/// @param entityId the id of that thing; of an unknown event, the `id` of its data, or empty
/// @param userId who made it happen
/// @param via by which door
public record EventEnvelope(
    String id,
    String type,
    WorkspaceId workspaceId,
    Instant timestamp,
    long sequence,
    String entityType,
    String entityId,
    String userId,
    String via,
    String previousHash,
    String hash) {

  public static EventEnvelope of(Event event) {
    return new EventEnvelope(
        event.id(),
        event.type().wireName(),
        event.workspaceId(),
        event.timestamp(),
        event.sequence(),
        event.entityType(),
        event.data().subject(),
        event.actor().userId().value(),
        event.actor().via().name().toLowerCase(Locale.ROOT),
        event.previousHash(),
        event.hash());
  }
}
