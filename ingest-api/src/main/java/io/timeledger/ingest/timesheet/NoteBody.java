package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.Patch;

/// The one field of a timesheet that is edited.
record NoteBody(Patch<String> note) {

  Patch<String> checked() {
    FieldValidator form = new FieldValidator();
    form.text("note", note.value(), FieldValidator.REASON);
    form.check();
    return note;
  }
}
