package io.timeledger.ingest.access;

import static io.timeledger.schemas.reply.ErrorCode.UNAUTHORIZED;

import io.timeledger.ingest.web.error.ApiException;
import org.springframework.security.core.context.SecurityContextHolder;

/// The caller of the current request.
public final class Callers {
  private Callers() {}

  public static Caller current() {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication authentication) {
      return authentication.caller();
    }
    throw ApiException.of(UNAUTHORIZED, "A bearer token is needed.");
  }
}
