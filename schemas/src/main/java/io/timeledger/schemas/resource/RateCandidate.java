package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.RateId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/// An override that was considered for a rate, and the result.
///
/// @param bucket `task`, `user_project`, `user`, `project` or `workspace`
/// @param rate per hour; null when the override has none of the kind
/// @param verdict `chosen`, `not_valid_on_day`, `has_no_rate`, `other_currency`,
///     `later_one_applies` or `more_specific_applies`
public record RateCandidate(
    RateId rateId,
    String bucket,
    @Nullable BigDecimal rate,
    Currency currency,
    LocalDate effectiveFrom,
    @Nullable LocalDate effectiveTo,
    String verdict) {}
