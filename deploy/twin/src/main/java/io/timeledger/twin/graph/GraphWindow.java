package io.timeledger.twin.graph;

import io.timeledger.twin.http.Call;
import io.timeledger.twin.state.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// The window of a call: `startDateTime` and `endDateTime`, in UTC without an offset.
final class GraphWindow {
  private GraphWindow() {}

  static Span of(Call call) {
    Span window = new Span(time(call, "startDateTime"), time(call, "endDateTime"));
    if (!window.from().isBefore(window.to())) {
      throw GraphErrors.badRequest("ErrorInvalidParameter", "The window is empty.");
    }
    return window;
  }

  private static Instant time(Call call, String parameter) {
    String text = call.query().first(parameter).orElse("");
    try {
      return text.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw GraphErrors.badRequest("ErrorInvalidParameter", parameter + " is missing or wrong.");
    }
  }
}
