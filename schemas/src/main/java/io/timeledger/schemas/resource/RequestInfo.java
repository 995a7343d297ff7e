package io.timeledger.schemas.resource;

import org.jspecify.annotations.Nullable;

/// Where a request came from: joined to the audit by event id, never part of an event.
public record RequestInfo(@Nullable String ipAddress, @Nullable String userAgent) {
  public static final RequestInfo NONE = new RequestInfo(null, null);
}
