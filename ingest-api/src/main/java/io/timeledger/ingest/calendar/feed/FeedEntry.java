package io.timeledger.ingest.calendar.feed;

import io.timeledger.schemas.id.EntryId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A stopped entry with what a feed may show.
///
/// @param startedAt null for an entry of date and hours
/// @param endedAt null for an entry of date and hours
public record FeedEntry(
    EntryId id,
    int version,
    Instant updatedAt,
    LocalDate logDate,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String description,
    @Nullable String projectName) {}
