package io.timeledger.ingest.calendar.connection;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.url.TargetUrl;
import io.timeledger.ingest.url.TargetUrlPolicy;
import io.timeledger.ingest.web.json.FieldValidator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks addresses of calendars: https, or webcal as another name for it. The connector checks the
/// resolved address and each redirect again.
final class CalendarAddress {
  private static final int LONGEST = 2_000;
  private static final Pattern WEBCAL =
      Pattern.compile("webcals?://(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final TargetUrlPolicy targets;

  CalendarAddress(IngestProperties properties) {
    targets = new TargetUrlPolicy(List.of(), properties.calendar().allowedNetworks());
  }

  /// @return the address to call, with https in place of webcal
  TargetUrl.Valid checked(FieldValidator form, @Nullable String url) {
    String given = form.requiredText("url", url, LONGEST);
    Matcher webcal = WEBCAL.matcher(given);
    String called = webcal.matches() ? "https://" + webcal.group(1) : given;
    if (!given.isEmpty()) {
      targets.faultOf(called).ifPresent(fault -> form.fail("url", "not_allowed", fault));
    }
    form.check();
    return (TargetUrl.Valid) TargetUrl.of(called);
  }
}
