package io.timeledger.ingest.entry;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The body of an edit: a JSON merge patch.
public record EntryPatchBody(
    Patch<UserId> userId,
    Patch<EntityType> entityType,
    Patch<String> entityId,
    Patch<ProjectId> projectId,
    Patch<TaskId> taskId,
    Patch<String> description,
    Patch<List<@Nullable String>> tags,
    Patch<Boolean> billable,
    Patch<Instant> startedAt,
    Patch<Instant> endedAt,
    Patch<ZoneId> timezone,
    Patch<LocalDate> logDate,
    Patch<BigDecimal> hours,
    Patch<Long> durationSeconds,
    Patch<Boolean> needsReview) {

  public EntryPatch toPatch() {
    FieldValidator form = new FieldValidator();
    form.exclusive("hours", hours.present(), "duration_seconds", durationSeconds.present());
    EntryPatch patch =
        new EntryPatch(
            userId,
            entityType,
            map(entityId, id -> EntryBody.entityId(form, id)),
            projectId,
            taskId,
            map(description, text -> form.text("description", text, FieldValidator.DESCRIPTION)),
            tags.present() ? Patch.of(form.tags("tags", tags.value())) : Patch.absent(),
            billable,
            map(startedAt, at -> form.instant("started_at", at)),
            map(endedAt, at -> form.instant("ended_at", at)),
            map(timezone, zone -> form.zone("timezone", zone)),
            map(logDate, day -> form.day("log_date", day)),
            seconds(form),
            needsReview);
    form.check();
    return patch;
  }

  private Patch<Long> seconds(FieldValidator form) {
    return hours.present() || durationSeconds.present()
        ? Patch.of(EntryBody.seconds(form, hours.value(), durationSeconds.value()))
        : Patch.absent();
  }

  private static <T> Patch<T> map(Patch<T> patch, UnaryOperator<@Nullable T> check) {
    return patch.present() ? Patch.of(check.apply(patch.value())) : patch;
  }
}
