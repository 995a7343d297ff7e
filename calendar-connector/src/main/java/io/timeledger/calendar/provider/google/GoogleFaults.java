package io.timeledger.calendar.provider.google;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.rest.JsonAnswer;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Classifies error responses. The status alone does not tell: 403 may be a rate limit, and 410 has
/// several reasons.
final class GoogleFaults {
  private static final Set<String> LIMITS =
      Set.of("rateLimitExceeded", "userRateLimitExceeded", "quotaExceeded", "dailyLimitExceeded");
  private static final Set<String> SCOPES =
      Set.of("insufficientPermissions", "insufficientScopes", "ACCESS_TOKEN_SCOPE_INSUFFICIENT");

  private GoogleFaults() {}

  static ProviderFault of(JsonAnswer answer) {
    return switch (answer.status()) {
      case 401 -> new ProviderFault.AuthLost(FaultReason.LOGIN_REJECTED);
      case 403 -> forbidden(answer);
      case 404 -> new ProviderFault.Permanent(FaultReason.CALENDAR_GONE);
      case 408 -> new ProviderFault.Transient(FaultReason.TIMED_OUT);
      case 410 -> gone(answer);
      case 429 -> limited(answer, FaultReason.RATE_LIMITED);
      case 503 -> limited(answer, FaultReason.SERVER_FAILED);
      default ->
          answer.status() >= 500
              ? new ProviderFault.Transient(FaultReason.SERVER_FAILED)
              : new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED);
    };
  }

  private static ProviderFault forbidden(JsonAnswer answer) {
    Set<String> reasons = values(answer, "reason");
    if (values(answer, "domain").contains("usageLimits") || hasAny(reasons, LIMITS)) {
      return limited(answer, FaultReason.RATE_LIMITED);
    }
    return hasAny(reasons, SCOPES)
        ? new ProviderFault.ConsentMissing(FaultReason.CONSENT_MISSING)
        : new ProviderFault.Permanent(FaultReason.CALENDAR_DENIED);
  }

  // Only this reason says that the sync token is invalid.
  private static ProviderFault gone(JsonAnswer answer) {
    return values(answer, "reason").contains("fullSyncRequired")
        ? new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED)
        : new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED);
  }

  private static ProviderFault limited(JsonAnswer answer, FaultReason reason) {
    return new ProviderFault.Throttled(reason, answer.retryAfter().orElse(null));
  }

  /// The field's values in the error, in Google's older form (`errors`) and newer one (`details`).
  private static Set<String> values(JsonAnswer answer, String field) {
    Set<String> values = new HashSet<>();
    JsonNode error = answer.body().path("error");
    for (String list : new String[] {"errors", "details"}) {
      for (JsonNode entry : error.path(list)) {
        if (entry.path(field).isString()) {
          values.add(entry.path(field).stringValue());
        }
      }
    }
    return values;
  }

  private static boolean hasAny(Set<String> found, Set<String> wanted) {
    return found.stream().anyMatch(wanted::contains);
  }
}
