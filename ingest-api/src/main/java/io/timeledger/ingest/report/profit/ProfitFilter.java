package io.timeledger.ingest.report.profit;

import io.timeledger.schemas.resource.Dimension;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose profitability, and of which days; both ends are needed.
///
/// @param dimension null means projects
/// @param dimensionId null means all of them
record ProfitFilter(
    @Nullable Dimension dimension,
    @Nullable String dimensionId,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
