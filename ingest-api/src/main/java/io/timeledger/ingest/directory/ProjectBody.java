package io.timeledger.ingest.directory;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The body of a project: the whole record.
record ProjectBody(
    @Nullable String name,
    @Nullable ClientId clientId,
    @Nullable Boolean billable,
    @Nullable BigDecimal timeBudgetHours,
    @Nullable Boolean archived) {

  PutProject toCommand(ProjectId id, @Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    PutProject command =
        new PutProject(
            id,
            form.requiredText("name", name, FieldValidator.NAME),
            clientId,
            billable,
            form.decimal("time_budget_hours", timeBudgetHours, 7, 2),
            Boolean.TRUE.equals(archived),
            ifVersion);
    form.check();
    return command;
  }
}
