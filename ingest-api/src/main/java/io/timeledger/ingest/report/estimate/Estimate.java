package io.timeledger.ingest.report.estimate;

import static java.math.RoundingMode.HALF_UP;

import io.timeledger.ingest.report.Totals;
import io.timeledger.schemas.resource.Hours;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Planned hours versus approved and tracked ones. A delta is actual minus planned, so positive
/// means over plan; without a plan, deltas and ratios are null. Ratios have four places and are
/// null for a plan of zero hours.
///
/// @param planned null without a plan
record Estimate(@Nullable BigDecimal planned, Totals actual) {
  private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
  private static final int PLACES = 4;

  void writeTo(ObjectNode json) {
    json.put("estimate_hours", planned);
    write(json, "approved", actual.approvedSeconds());
    write(json, "tracked", actual.totalSeconds());
  }

  private void write(ObjectNode json, String what, long seconds) {
    json.put(what + "_seconds", seconds);
    json.put(what + "_hours", Hours.of(seconds));
    json.put(what + "_delta_hours", delta(seconds));
    json.put(what + "_ratio", ratio(seconds));
  }

  private @Nullable BigDecimal delta(long seconds) {
    return planned == null
        ? null
        : BigDecimal.valueOf(seconds)
            .subtract(planned.multiply(SECONDS_PER_HOUR))
            .divide(SECONDS_PER_HOUR, 2, HALF_UP);
  }

  private @Nullable BigDecimal ratio(long seconds) {
    return planned == null || planned.signum() == 0
        ? null
        : BigDecimal.valueOf(seconds).divide(planned.multiply(SECONDS_PER_HOUR), PLACES, HALF_UP);
  }
}
