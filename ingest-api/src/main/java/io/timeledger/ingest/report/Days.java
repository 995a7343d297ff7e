package io.timeledger.ingest.report;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A range of days, both ends inclusive, of at most ten years; a null end is open. A day is an
/// entry's `log_date`, so time zones never move time between days.
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
  private static final int MAX = 3_660;
  private static final String ZONE_RULE = "log_date";

  public Days {
    if (from != null && to != null) {
      if (ChronoUnit.DAYS.between(from, to) >= MAX) {
        throw ApiException.of(
            INVALID_PARAMETER, "to", "Expected at most %d days from the first.".formatted(MAX));
      }
    }
  }

  /// A range without an open end.
  ///
  /// @throws ApiException naming the missing end
  public static Days bounded(@Nullable LocalDate from, @Nullable LocalDate to) {
    requireGiven("from", from);
    requireGiven("to", to);
    return new Days(from, to);
  }

  /// The number of days.
  ///
  /// @throws NullPointerException when an end is open
  public long count() {
    return 1
        + ChronoUnit.DAYS.between(
            Objects.requireNonNull(from, "from is null"), Objects.requireNonNull(to, "to is null"));
  }

  public void writeTo(ObjectNode json) {
    json.put("from", from == null ? null : from.toString());
    json.put("to", to == null ? null : to.toString());
    json.put("zone_rule", ZONE_RULE);
  }

  private static void requireGiven(String name, @Nullable LocalDate day) {
    if (day == null) {
      throw ApiException.of(INVALID_PARAMETER, name, "The parameter is needed.");
    }
  }
}
