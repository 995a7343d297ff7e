package io.timeledger.ingest.timesheet;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.TimesheetStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Filter for timesheets; null does not restrict. Days are inclusive.
///
/// @param updatedAfter also by a change of an entry in it
public record TimesheetFilter(
    @Nullable UserId userId,
    @Nullable TimesheetStatus status,
    @Nullable LocalDate periodStartFrom,
    @Nullable LocalDate periodStartTo,
    @Nullable Instant updatedAfter) {}
