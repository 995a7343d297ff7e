package io.timeledger.ingest.report.utilization;

import io.timeledger.schemas.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose utilization, and of which days; both ends are needed.
record UtilizationFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UserId userId,
    @Nullable String team,
    @Nullable Boolean active) {}
