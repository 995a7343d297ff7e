package io.timeledger.ingest.calendar.connection;

import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import org.jspecify.annotations.Nullable;

/// Filter for connections; null does not restrict.
///
/// @param all true for connections of all members, which needs `time:admin`
public record ConnectionFilter(
    @Nullable Boolean all,
    @Nullable Provider provider,
    @Nullable ConnectionStatus status,
    @Nullable Boolean includeDeleted) {
  boolean isOfAll() {
    return Boolean.TRUE.equals(all);
  }
}
