package io.timeledger.bench.crud;

import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Hours;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.TimeEntryBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An entry as a day and hours.
record CrudEntryBody(
    @Nullable LocalDate logDate,
    @Nullable BigDecimal hours,
    @Nullable ProjectId projectId,
    @Nullable String description,
    @Nullable List<String> tags,
    @Nullable Boolean billable) {
  private static final BigDecimal DAY = BigDecimal.valueOf(24);
  private static final BigDecimal RATE = new BigDecimal("90");
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final int LONGEST_TEXT = 2_000;

  /// @throws IllegalArgumentException naming the field
  LocalDate checkedDay(Instant now) {
    if (logDate == null || logDate.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      throw new IllegalArgumentException("log_date");
    }
    if (hours == null || hours.signum() <= 0 || hours.compareTo(DAY) > 0 || hours.scale() > 4) {
      throw new IllegalArgumentException("hours");
    }
    if (description != null && description.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("description");
    }
    return logDate;
  }

  TimeEntry entry(CrudAccount account, EntryId id, TimesheetId sheet, Instant now) {
    long seconds = Hours.toSeconds(hours == null ? BigDecimal.ZERO : hours);
    return TimeEntryBuilder.builder()
        .id(id)
        .workspaceId(account.workspaceId())
        .userId(account.userId())
        .entityType(EntityType.INTERNAL)
        .projectId(projectId)
        .description(description)
        .tags(tags == null ? List.of() : tags)
        .billable(Boolean.TRUE.equals(billable))
        .timezone(ZoneOffset.UTC)
        .logDate(checkedDay(now))
        .durationSeconds(seconds)
        .roundedSeconds(seconds)
        .status(EntryStatus.DRAFT)
        .source(Source.API)
        .hourlyRate(RATE)
        .currency(EURO)
        .timesheetId(sheet)
        .createdAt(now)
        .updatedAt(now)
        .version(1)
        .build();
  }
}
