package io.timeledger.ingest.rate;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.RateCommand.PreviewRate;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The entry to preview rates for.
record PreviewBody(
    @Nullable UserId userId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable LocalDate logDate) {

  PreviewRate toCommand() {
    FieldValidator form = new FieldValidator();
    LocalDate day = form.required("log_date", form.day("log_date", logDate), LocalDate.EPOCH);
    form.check();
    return new PreviewRate(userId, projectId, taskId, day);
  }
}
