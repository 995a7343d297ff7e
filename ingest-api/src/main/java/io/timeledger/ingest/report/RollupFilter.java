package io.timeledger.ingest.report;

import io.timeledger.schemas.resource.Dimension;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which rollups; days are inclusive, null asks for no restriction.
///
/// @param dimension null means the workspace
public record RollupFilter(
    @Nullable Dimension dimension,
    @Nullable String dimensionId,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  RollupFilter of(Dimension wanted, @Nullable String id) {
    return new RollupFilter(wanted, id, from, to);
  }
}
