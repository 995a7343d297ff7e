package io.timeledger.ingest.activity;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Filter for days of activity; null does not restrict.
///
/// @param from first day, inclusive
/// @param to last day, inclusive
public record ActivityDayFilter(
    @Nullable UserId userId,
    @Nullable ProjectId projectId,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
