package io.timeledger.calendar.provider.google;

import static io.timeledger.calendar.provider.google.GoogleSamples.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.FaultReason;
import io.timeledger.calendar.provider.ProviderFault;
import io.timeledger.calendar.provider.ProviderFault.AuthLost;
import io.timeledger.calendar.provider.ProviderFault.ConsentMissing;
import io.timeledger.calendar.provider.ProviderFault.CursorGone;
import io.timeledger.calendar.provider.ProviderFault.Permanent;
import io.timeledger.calendar.provider.ProviderFault.Throttled;
import io.timeledger.calendar.provider.ProviderFault.Transient;
import io.timeledger.calendar.provider.rest.JsonAnswer;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

class GoogleFaultsTest {
  @ParameterizedTest
  @CsvSource({
    "usageLimits, rateLimitExceeded",
    "usageLimits, userRateLimitExceeded",
    "usageLimits, quotaExceeded",
    "calendar, quotaExceeded"
  })
  void waitsWhen403IsALimit(String domain, String reason) {
    assertThat(fault(403, domain, reason))
        .isEqualTo(new Throttled(FaultReason.RATE_LIMITED, Duration.ofSeconds(2)));
  }

  @ParameterizedTest
  @CsvSource({"global, forbidden", "calendar, forbiddenForNonOrganizer", "global, "})
  void doesNotRetryAnyOther403(String domain, String reason) {
    assertThat(fault(403, domain, reason)).isInstanceOf(Permanent.class);
  }

  @Test
  void asksForConsentWhenAScopeIsMissing() {
    assertThat(fault(403, "global", "insufficientPermissions"))
        .isEqualTo(new ConsentMissing(FaultReason.CONSENT_MISSING));
    String details =
        """
        {'error': {'code': 403, 'status': 'PERMISSION_DENIED', 'details': [{
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          'reason': 'ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'domain': 'googleapis.com'}]}}
        """;
    assertThat(GoogleFaults.of(new JsonAnswer(403, json(details), Optional.empty())))
        .isInstanceOf(ConsentMissing.class);
  }

  @Test
  void tellsThe410OfASyncTokenFromOthers() {
    assertThat(fault(410, "calendar", "fullSyncRequired"))
        .isEqualTo(new CursorGone(FaultReason.CURSOR_EXPIRED));
    assertThat(fault(410, "calendar", "updatedMinTooLongAgo")).isInstanceOf(Permanent.class);
    assertThat(fault(410, "global", "deleted")).isInstanceOf(Permanent.class);
  }

  @Test
  void classifiesTheOtherStatuses() {
    assertThat(fault(401, "global", "authError"))
        .isEqualTo(new AuthLost(FaultReason.LOGIN_REJECTED));
    assertThat(fault(404, "global", "notFound"))
        .isEqualTo(new Permanent(FaultReason.CALENDAR_GONE));
    assertThat(fault(429, "usageLimits", "rateLimitExceeded"))
        .isEqualTo(new Throttled(FaultReason.RATE_LIMITED, Duration.ofSeconds(2)));
    assertThat(fault(503, "global", "backendError"))
        .isEqualTo(new Throttled(FaultReason.SERVER_FAILED, Duration.ofSeconds(2)));
    assertThat(fault(500, "global", "backendError")).isInstanceOf(Transient.class);
    assertThat(fault(400, "global", "invalid")).isInstanceOf(Permanent.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} ",
        "[] ",
        "{'error': 'no'}",
        "{'error': {'errors': {'reason': 5}}}",
        "{'error': {'errors': [7, null, {'reason': []}]}}"
      })
  void survivesErrorsOfAnotherShape(String body) {
    assertThat(GoogleFaults.of(new JsonAnswer(403, json(body), Optional.empty())))
        .isInstanceOf(Permanent.class);
  }

  @Test
  void survivesErrorsWithoutJson() {
    JsonAnswer empty = new JsonAnswer(403, MissingNode.getInstance(), Optional.empty());
    assertThat(GoogleFaults.of(empty)).isInstanceOf(Permanent.class);
  }

  private static ProviderFault fault(int status, String domain, String reason) {
    String body =
        """
        {'error': {'code': %d, 'message': 'no', 'errors': [
          {'domain': '%s', 'reason': '%s', 'message': 'no'}]}}
        """
            .formatted(status, domain, reason);
    return GoogleFaults.of(new JsonAnswer(status, json(body), Optional.of(Duration.ofSeconds(2))));
  }
}
