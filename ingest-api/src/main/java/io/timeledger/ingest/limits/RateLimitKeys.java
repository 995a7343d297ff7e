package io.timeledger.ingest.limits;

import io.timeledger.ingest.access.Bearer;
import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.CallerAuthentication;
import io.timeledger.ingest.access.OperatorToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;

/// The rate-limit key of a request: its token, or the member if the token has no id of ours.
record RateLimitKeys(OperatorToken operatorToken) {

  /// Empty without authentication.
  Optional<String> of(HttpServletRequest request) {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof CallerAuthentication authentication) {
      return Optional.of(of(authentication.caller()));
    }
    return Bearer.of(request).filter(operatorToken::matches).map(token -> "operator");
  }

  static String of(Caller caller) {
    return caller.credential();
  }
}
