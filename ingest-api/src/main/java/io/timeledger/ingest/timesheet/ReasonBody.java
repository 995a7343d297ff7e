package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.web.Form;
import org.jspecify.annotations.Nullable;

/// Why a timesheet is rejected or reopened.
record ReasonBody(@Nullable String reason) {
  static final ReasonBody EMPTY = new ReasonBody(null);

  @Nullable String checked() {
    Form form = new Form();
    String text = form.text("reason", reason, Form.REASON);
    form.check();
    return text;
  }
}
