package io.timeledger.schemas.event;

import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.Locale;

/// The part of an event that every release can read. A newer release may write types and values
/// that this one does not know; the envelope is stable.
///
/// @param type its name on the wire
/// @param entityType type of the event's subject; for an unknown event, its type name without the
///     last part
/// @param entityId id of the subject; for an unknown event, the `id` of its data, or empty
/// @param userId the member who caused it
/// @param via the channel
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
