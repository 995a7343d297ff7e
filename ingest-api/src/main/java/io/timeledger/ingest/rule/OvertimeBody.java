package io.timeledger.ingest.rule;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.RuleCommand.TryOvertime;
import io.timeledger.schemas.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The member and week to check; any day of the week will do.
record OvertimeBody(@Nullable UserId userId, @Nullable LocalDate week) {

  TryOvertime toCommand() {
    FieldValidator form = new FieldValidator();
    LocalDate day = form.required("week", form.day("week", week), LocalDate.EPOCH);
    form.check();
    return new TryOvertime(userId, day);
  }
}
