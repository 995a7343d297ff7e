package io.timeledger.ingest.rule;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.RuleCommand.TryOvertime;
import io.timeledger.schemas.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose week is asked for, by any day of it.
record OvertimeBody(@Nullable UserId userId, @Nullable LocalDate week) {

  TryOvertime toCommand() {
    FieldValidator form = new FieldValidator();
    LocalDate day = form.required("week", form.day("week", week), LocalDate.EPOCH);
    form.check();
    return new TryOvertime(userId, day);
  }
}
