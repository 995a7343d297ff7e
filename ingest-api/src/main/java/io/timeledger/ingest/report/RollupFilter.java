package io.timeledger.ingest.report;

import io.timeledger.schemas.resource.Dimension;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which rollups; days are inclusive, null asks for no restriction.
///
/// @param dimension null means the workspace
/// @param bucket null means by day
public record RollupFilter(
    @Nullable Dimension dimension,
    @Nullable String dimensionId,
    @Nullable Bucket bucket,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  public Days days() {
    return new Days(from, to);
  }

  public Bucket bucketOrDay() {
    return Optional.ofNullable(bucket).orElse(Bucket.DAY);
  }

  RollupFilter of(Dimension wanted, @Nullable String id) {
    return new RollupFilter(wanted, id, bucket, from, to);
  }
}
