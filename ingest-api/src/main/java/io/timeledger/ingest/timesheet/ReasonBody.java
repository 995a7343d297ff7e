package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.web.json.FieldValidator;
import org.jspecify.annotations.Nullable;

/// Why a timesheet is rejected or reopened.
record ReasonBody(@Nullable String reason) {
  static final ReasonBody EMPTY = new ReasonBody(null);

  @Nullable String checked() {
    FieldValidator form = new FieldValidator();
    String text = form.text("reason", reason, FieldValidator.REASON);
    form.check();
    return text;
  }
}
