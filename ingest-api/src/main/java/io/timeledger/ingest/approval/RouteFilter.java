package io.timeledger.ingest.approval;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.resource.RouteScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for approval routes; null does not restrict.
public record RouteFilter(
    @Nullable RouteScope scope,
    @Nullable String scopeId,
    @Nullable Instant updatedAfter,
    @Nullable Boolean includeDeleted) {
  public RouteFilter {
    if (scopeId != null && !Id.isAddressable(scopeId)) {
      throw ApiException.of(INVALID_PARAMETER, "scope_id", "Expected " + Id.RULE + ".");
    }
  }
}
