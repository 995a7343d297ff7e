package io.timeledger.ingest.directory;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.DirectoryCommand.PutTask;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The body of a task: the whole record.
record TaskBody(
    @Nullable String name,
    @Nullable ProjectId projectId,
    @Nullable BigDecimal estimateHours,
    @Nullable Instant completedAt) {

  PutTask toCommand(TaskId id, @Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    PutTask command =
        new PutTask(
            id,
            form.requiredText("name", name, FieldValidator.NAME),
            projectId,
            form.decimal("estimate_hours", estimateHours, 7, 2),
            form.instant("completed_at", completedAt),
            ifVersion);
    form.check();
    return command;
  }
}
