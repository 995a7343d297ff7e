package io.timeledger.ingest.entry;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.Hours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a new entry.
public record EntryBody(
    @Nullable UserId userId,
    @Nullable EntityType entityType,
    @Nullable String entityId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable String description,
    @Nullable List<@Nullable String> tags,
    @Nullable Boolean billable,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable ZoneId timezone,
    @Nullable LocalDate logDate,
    @Nullable BigDecimal hours,
    @Nullable Long durationSeconds,
    @Nullable String externalSource,
    @Nullable String externalId) {
  private static final long DAY_SECONDS = 86_400;
  private static final BigDecimal DAY_HOURS = BigDecimal.valueOf(24);

  public EntryDraft toDraft() {
    FieldValidator form = new FieldValidator();
    form.exclusive("hours", hours != null, "duration_seconds", durationSeconds != null);
    EntryDraft draft =
        new EntryDraft(
            userId,
            entityType,
            entityId(form, entityId),
            projectId,
            taskId,
            form.text("description", description, FieldValidator.DESCRIPTION),
            form.tags("tags", tags),
            billable,
            form.instant("started_at", startedAt),
            form.instant("ended_at", endedAt),
            form.zone("timezone", timezone),
            form.day("log_date", logDate),
            seconds(form, hours, durationSeconds),
            form.text("external_source", externalSource, 64),
            form.text("external_id", externalId, 200));
    form.check();
    return draft;
  }

  static @Nullable String entityId(FieldValidator form, @Nullable String entityId) {
    form.id("entity_id", entityId);
    return entityId;
  }

  static @Nullable Long seconds(
      FieldValidator form, @Nullable BigDecimal hours, @Nullable Long durationSeconds) {
    BigDecimal checked = form.decimal("hours", hours, 5, 4);
    form.between("duration_seconds", durationSeconds, 0, 1_000_000_000);
    return checked == null ? durationSeconds : Long.valueOf(toSeconds(checked));
  }

  /// Rounding must not shorten a duration of more than a day to a day.
  private static long toSeconds(BigDecimal hours) {
    long seconds = Hours.toSeconds(hours);
    return hours.compareTo(DAY_HOURS) > 0 ? Math.max(seconds, DAY_SECONDS + 1) : seconds;
  }
}
