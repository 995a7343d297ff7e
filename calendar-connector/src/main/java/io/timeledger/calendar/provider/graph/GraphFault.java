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
      Set.of(
          "erroraccessdenied",
          "accessdenied",
          "authorization_requestdenied",
          "insufficient_claims",
          "consent_required");

  private GraphFault() {}

  static ProviderFault of(JsonAnswer answer) {
    Set<String> codes = codes(answer);
    if (answer.status() / 100 == 4 && codes.stream().anyMatch(CURSOR_GONE::contains)) {
      return new ProviderFault.CursorGone(FaultReason.CURSOR_EXPIRED);
    }
    return switch (answer.status()) {
      case 401 -> new ProviderFault.AuthLost(FaultReason.LOGIN_REJECTED);
      case 403 ->
          codes.stream().anyMatch(CONSENT_MISSING::contains)
              ? new ProviderFault.ConsentMissing(FaultReason.CONSENT_MISSING)
              : new ProviderFault.Permanent(FaultReason.ANSWER_UNEXPECTED);
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
