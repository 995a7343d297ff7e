package io.timeledger.ingest.report.utilization;

import io.timeledger.schemas.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Scope and days of a utilization report; both ends are required.
record UtilizationFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UserId userId,
    @Nullable String team,
    @Nullable Boolean active) {}
