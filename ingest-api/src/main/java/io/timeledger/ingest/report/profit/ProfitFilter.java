package io.timeledger.ingest.report.profit;

import io.timeledger.schemas.resource.Dimension;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Scope and days of a profitability report; both ends are required.
///
/// @param dimension null means projects
/// @param dimensionId null means all of them
record ProfitFilter(
    @Nullable Dimension dimension,
    @Nullable String dimensionId,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
