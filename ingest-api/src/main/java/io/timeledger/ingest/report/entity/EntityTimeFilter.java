package io.timeledger.ingest.report.entity;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import org.jspecify.annotations.Nullable;

/// How many recent entries to return; null means ten.
record EntityTimeFilter(@Nullable Integer recent) {
  private static final int DEFAULT = 10;
  private static final int MAX = 100;

  EntityTimeFilter {
    if (recent != null && (recent < 0 || recent > MAX)) {
      throw ApiException.of(INVALID_PARAMETER, "recent", "Expected 0 to %d.".formatted(MAX));
    }
  }

  int recentOrDefault() {
    return recent == null ? DEFAULT : recent;
  }
}
