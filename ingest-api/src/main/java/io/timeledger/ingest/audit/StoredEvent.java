package io.timeledger.ingest.audit;

import java.time.Instant;

/// A row of the change feed with its audit record.
///
/// @param body the event as on the log
public record StoredEvent(
    long sequence,
    String eventId,
    String type,
    Instant timestamp,
    String body,
    String hash,
    String previousHash,
    String entityType,
    String entityId,
    String userId,
    String via) {}
