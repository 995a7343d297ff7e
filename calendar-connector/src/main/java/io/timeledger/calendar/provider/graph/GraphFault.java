package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.rest.JsonAnswer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Classifies error responses of Microsoft Graph, by their codes before their statuses.
final class GraphFault {
  private static final Set<String> CURSOR_GONE =
      Set.of(
          "syncstatenotfound", "syncstateinvalid", "errorinvalidsyncstatedata", "resyncrequired");
  private static final Set<String> CONSENT_MISSING =
      Set.of("authorization_requestdenied", "insufficient_claims", "consent_required");
  /// Graph also says so about one calendar, for example when its owner no longer shares it.
  private static final Set<String> DENIED = Set.of("erroraccessdenied", "accessdenied");

  private GraphFault() {}

  /// The fault of a call about the account as a whole.
  static ProviderFault of(JsonAnswer answer) {
    return answer.status() == 403 && isAny(codes(answer), DENIED)
        ? new ProviderFault.ConsentMissing(FaultReason.CONSENT_MISSING)
        : ofCalendar(answer);
  }

  /// The fault of a call about one calendar.
  static ProviderFault ofCalendar(JsonAnswer answer) {
    Set<String> codes = codes(answer);
    if (answer.status() / 100 == 4 && isAny(codes, CURSOR_GONE)) {
      return new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED);
    }
    return switch (answer.status()) {
      case 401 -> new ProviderFault.AuthLost(FaultReason.LOGIN_REJECTED);
      case 403 -> forbidden(codes);
      // Also an account without a mailbox, and a mailbox that is not in the cloud.
      case 404 -> new ProviderFault.Permanent(FaultReason.CALENDAR_GONE);
      case 408 -> new ProviderFault.Transient(FaultReason.TIMED_OUT);
      case 410 -> new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED);
      case 429 ->
          new ProviderFault.Throttled(FaultReason.RATE_LIMITED, answer.retryAfter().orElse(null));
      case 503, 509 ->
          new ProviderFault.Throttled(FaultReason.SERVER_FAILED, answer.retryAfter().orElse(null));
      default ->
          answer.status() >= 500
              ? new ProviderFault.Transient(FaultReason.SERVER_FAILED)
              : new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED);
    };
  }

  private static ProviderFault forbidden(Set<String> codes) {
    if (isAny(codes, CONSENT_MISSING)) {
      return new ProviderFault.ConsentMissing(FaultReason.CONSENT_MISSING);
    }
    return new ProviderFault.Permanent(
        isAny(codes, DENIED) ? FaultReason.CALENDAR_DENIED : FaultReason.ANSWER_UNEXPECTED);
  }

  private static boolean isAny(Set<String> found, Set<String> wanted) {
    return found.stream().anyMatch(wanted::contains);
  }

  // In lower case: documentation and service differ in it.
  private static Set<String> codes(JsonAnswer answer) {
    JsonNode error = answer.body().path("error");
    return Stream.of(error, error.path("innerError"), error.path("innererror"))
        .map(level -> level.path("code"))
        .filter(code -> code.isString())
        .map(code -> code.stringValue().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
