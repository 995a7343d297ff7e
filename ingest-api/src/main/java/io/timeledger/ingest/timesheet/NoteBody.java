package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.Patch;

/// The only editable field of a timesheet.
record NoteBody(Patch<String> note) {

  Patch<String> checked() {
    FieldValidator form = new FieldValidator();
    form.text("note", note.value(), FieldValidator.REASON);
    form.check();
    return note;
  }
}
