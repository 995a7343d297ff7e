package io.timeledger.ingest.timer;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntityType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a timer start; all of it is optional.
record TimerBody(
    @Nullable UserId userId,
    @Nullable EntityType entityType,
    @Nullable String entityId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable String description,
    @Nullable List<@Nullable String> tags,
    @Nullable Boolean billable,
    @Nullable Instant startedAt,
    @Nullable ZoneId timezone) {
  static final TimerBody EMPTY =
      new TimerBody(null, null, null, null, null, null, null, null, null, null);

  EntryDraft toDraft() {
    FieldValidator form = new FieldValidator();
    form.id("entity_id", entityId);
    EntryDraft draft =
        new EntryDraft(
            userId,
            entityType,
            entityId,
            projectId,
            taskId,
            form.text("description", description, FieldValidator.DESCRIPTION),
            form.tags("tags", tags),
            billable,
            form.instant("started_at", startedAt),
            null,
            form.zone("timezone", timezone),
            null,
            null,
            null,
            null);
    form.check();
    return draft;
  }
}
