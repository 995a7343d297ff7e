package io.timeledger.ingest.audit;

/// A row of the change feed.
///
/// @param body the event as on the log
public record StoredEvent(
    long sequence, String eventId, String type, String body, String hash, String previousHash) {}
