package io.timeledger.ingest.calendar.block;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.calendar.BlockState;
import io.timeledger.schemas.id.CalendarId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Filter for blocks; null does not restrict, except that the days default to this week.
///
/// @param from the first day; needs `to`
/// @param to the last day, inclusive
/// @param drift true for converted blocks that changed since, false for all others
/// @param hidden true to include blocks hidden by a rule
public record BlockFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable BlockState state,
    @Nullable CalendarId calendarId,
    @Nullable Boolean drift,
    @Nullable Boolean hidden) {
  private static final int MOST_DAYS = 150;

  public BlockFilter {
    if ((from == null) != (to == null)) {
      throw ApiException.of(
          INVALID_PARAMETER, from == null ? "from" : "to", "Expected both from and to, or none.");
    }
    if (from != null && to != null && from.plusDays(MOST_DAYS - 1L).isBefore(to)) {
      throw ApiException.of(
          INVALID_PARAMETER, "to", "Expected at most %d days.".formatted(MOST_DAYS));
    }
  }

  BlockFilter orWithin(LocalDate first, LocalDate last) {
    return from == null ? new BlockFilter(first, last, state, calendarId, drift, hidden) : this;
  }

  boolean wantsHidden() {
    return Boolean.TRUE.equals(hidden);
  }
}
