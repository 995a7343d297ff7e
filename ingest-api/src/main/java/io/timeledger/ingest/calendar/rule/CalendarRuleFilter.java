package io.timeledger.ingest.calendar.rule;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Filter for calendar rules; null does not restrict.
///
/// @param personal true for the caller's own rules, false for the workspace's
public record CalendarRuleFilter(
    @Nullable Boolean personal, @Nullable Instant updatedAfter, @Nullable Boolean includeDeleted) {}
