package io.timeledger.ingest.report.utilization;

import static java.math.RoundingMode.HALF_UP;

import io.timeledger.ingest.report.Totals;
import io.timeledger.schemas.resource.Hours;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Tracked time as a share of capacity: weekly hours × days / 7, so that ranges of any length
/// compare. Each ratio is computed exactly and rounded once, half up, to four places.
///
/// @param days in the range, working days or not
record Utilization(Totals totals, BigDecimal weeklyHours, long days) {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal DAYS_PER_WEEK = BigDecimal.valueOf(7);
  private static final int PLACES = 4;

  void writeTo(ObjectNode json) {
    long capacity = capacityPerWeek().divide(DAYS_PER_WEEK, 0, HALF_UP).longValueExact();
    json.put("weekly_hours", weeklyHours);
    json.put("capacity_seconds", capacity);
    json.put("capacity_hours", Hours.of(capacity));
    json.put("tracked_seconds", totals.totalSeconds());
    json.put("tracked_hours", Hours.of(totals.totalSeconds()));
    json.put("billable_seconds", totals.billableSeconds());
    json.put("billable_hours", Hours.of(totals.billableSeconds()));
    json.put("utilization", ofCapacity(totals.totalSeconds()));
    json.put("billable_utilization", ofCapacity(totals.billableSeconds()));
    json.put("billable_share", billableShare());
  }

  /// Null for a member without capacity.
  @Nullable BigDecimal ofCapacity(long seconds) {
    return weeklyHours.signum() == 0
        ? null
        : BigDecimal.valueOf(seconds)
            .multiply(DAYS_PER_WEEK)
            .divide(capacityPerWeek(), PLACES, HALF_UP);
  }

  /// Null without tracked time.
  @Nullable BigDecimal billableShare() {
    return totals.totalSeconds() == 0
        ? null
        : BigDecimal.valueOf(totals.billableSeconds())
            .divide(BigDecimal.valueOf(totals.totalSeconds()), PLACES, HALF_UP);
  }

  private BigDecimal capacityPerWeek() {
    return weeklyHours.multiply(SECONDS_PER_HOUR).multiply(BigDecimal.valueOf(days));
  }
}
