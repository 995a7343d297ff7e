package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.text.VisibleText;
import io.timeledger.streams.ledger.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Validates connections. Only the connector knows which calendars a connection has; the API checks
/// chosen calendars against its tables.
final class ConnectionRules {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_CALENDARS = 50;
  private final List<Problem.Detail> details = new ArrayList<>();

  /// The value after the patch, for a field that cannot be cleared.
  String kept(String field, Patch<String> patch, String current) {
    if (patch.present() && patch.value() == null) {
      add(field, "cannot be null");
    }
    return patch.orKeepNonNull(current);
  }

  void checkName(String name) {
    if (!VisibleText.isIn(name) || name.codePointCount(0, name.length()) > LONGEST_NAME) {
      add("name", "expected 1 to %d characters".formatted(LONGEST_NAME));
    }
  }

  void checkCalendars(@Nullable List<CalendarId> ids) {
    if (ids != null && ids.size() > MOST_CALENDARS) {
      add("calendar_ids", "at most %d".formatted(MOST_CALENDARS));
    }
  }

  void checkDays(String field, int days, int most) {
    if (days < 0 || days > most) {
      add(field, "%d (expected: 0 to %d)".formatted(days, most));
    }
  }

  /// @throws Refusal naming every bad field
  void requireAll() {
    if (!details.isEmpty()) {
      throw Refusal.of(details);
    }
  }

  private void add(String field, String rule) {
    details.add(new Problem.Detail(field, ErrorCode.VALIDATION_FAILED.wireName(), rule));
  }
}
