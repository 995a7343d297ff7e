package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.ApprovalCommand.ApproveTimesheets;
import io.timeledger.schemas.id.TimesheetId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The timesheets to approve, and a comment for each.
record ApproveBody(@Nullable List<@Nullable TimesheetId> ids, @Nullable String comment) {
  private static final int MOST = 100;

  ApproveTimesheets toCommand() {
    FieldValidator form = new FieldValidator();
    List<@Nullable TimesheetId> asked = form.required("ids", ids, List.of());
    if (ids != null && (asked.isEmpty() || asked.size() > MOST)) {
      form.fail("ids", "out_of_range", "Expected 1 to %d ids.".formatted(MOST));
    }
    if (asked.stream().anyMatch(Objects::isNull)) {
      form.fail("ids", "required", "An id is null.");
    }
    String said = form.text("comment", comment, FieldValidator.REASON);
    form.check();
    return new ApproveTimesheets(asked.stream().filter(Objects::nonNull).toList(), said);
  }
}
