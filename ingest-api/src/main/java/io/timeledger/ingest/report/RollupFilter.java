package io.timeledger.ingest.report;

import static io.timeledger.schemas.reply.ErrorCode.FORBIDDEN;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryRanges;
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
/// @param top only the ids with the most time in the whole range, this many
public record RollupFilter(
    @Nullable RollupDimension dimension,
    @Nullable String dimensionId,
    @Nullable Bucket bucket,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Integer top) {
  private static final int MAX_TOP = 100;

  public RollupFilter {
    QueryRanges.requireBetween("top", top, 1, MAX_TOP);
    if (bucket == Bucket.RANGE) {
      Days _ = Days.bounded(from, to);
    }
  }

  /// The stored rollups to read; null for all.
  public @Nullable Dimension stored() {
    return dimension == null ? null : dimension.stored();
  }

  /// Whether the ids are wanted in the order of their time, the largest first.
  public boolean isRanking() {
    return top != null && bucket == Bucket.RANGE;
  }

  public int topOrAll() {
    return top == null ? MAX_TOP : top;
  }

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
    RollupDimension wanted = Optional.ofNullable(dimension).orElse(RollupDimension.WORKSPACE);
    if (onlyUser != null && wanted != RollupDimension.USER) {
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
        to,
        top);
  }
}
