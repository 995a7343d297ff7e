package io.timeledger.streams.ledger.overtime;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Overtime;
import io.timeledger.schemas.resource.OvertimeBuilder;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.streams.ledger.state.LedgerState;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Weeks of seven days from the workspace's `week_start_day`, independent of timesheets.
final class Weeks {
  private static final int DAYS = 7;
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

  private Weeks() {}

  static LocalDate startOf(LocalDate day, LedgerState state) {
    int since = day.getDayOfWeek().getValue() - state.settings().weekStartDay();
    return day.minusDays(Math.floorMod(since, DAYS));
  }

  /// The current totals of the week, and whether it was reported.
  static Overtime of(UserId user, LocalDate start, LedgerState state) {
    LocalDate end = start.plusDays(DAYS - 1);
    return OvertimeBuilder.builder()
        .workspaceId(state.workspaceId())
        .userId(user)
        .weekStart(start)
        .weekEnd(end)
        .totalSeconds(state.seconds(user, start, end))
        .thresholdSeconds(threshold(state.settings()))
        .alertedAt(state.overtime(user, start).map(Overtime::alertedAt).orElse(null))
        .build();
  }

  static boolean isPast(Overtime week) {
    return week.thresholdSeconds() != null && week.totalSeconds() > week.thresholdSeconds();
  }

  static @Nullable Long threshold(Settings settings) {
    BigDecimal hours = settings.overtimeWeeklyHours();
    return hours == null ? null : hours.multiply(SECONDS_PER_HOUR).longValue();
  }
}
