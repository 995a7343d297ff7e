package io.timeledger.ingest.report;

import static io.timeledger.schemas.reply.ErrorCode.FORBIDDEN;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Dimension;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Filter for rollups; days are inclusive, null does not restrict.
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

  /// Restricts the filter to what the caller may see: without `time:read:all`, their own totals.
  ///
  /// @throws ApiException `forbidden` for another member's totals
  public RollupFilter visibleTo(Caller caller) {
    UserId onlyUser = ReadRights.onlyUser(caller);
    Dimension wanted = Optional.ofNullable(dimension).orElse(Dimension.WORKSPACE);
    if (onlyUser != null && wanted != Dimension.USER) {
      throw ApiException.of(
          FORBIDDEN, "Missing permission: time:read:all; your own time is dimension=user.");
    }
    if (onlyUser != null
        && dimensionId != null
        && !(Id.isValid(dimensionId) && caller.seesTimeOf(new UserId(dimensionId)))) {
      throw ApiException.of(FORBIDDEN, "Missing permission: time:read:all.");
    }
    return new RollupFilter(
        wanted,
        onlyUser == null || dimensionId != null ? dimensionId : onlyUser.value(),
        bucket,
        from,
        to);
  }
}
