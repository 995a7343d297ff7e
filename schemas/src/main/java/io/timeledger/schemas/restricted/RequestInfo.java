package io.timeledger.schemas.restricted;

import org.jspecify.annotations.Nullable;

/// Where a request came from.
public record RequestInfo(@Nullable String ipAddress, @Nullable String userAgent) {
  public static final RequestInfo NONE = new RequestInfo(null, null);
}
