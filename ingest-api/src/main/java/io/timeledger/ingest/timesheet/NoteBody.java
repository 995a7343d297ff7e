package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.web.Form;
import io.timeledger.schemas.command.Patch;

/// The one field of a timesheet that is edited.
record NoteBody(Patch<String> note) {

  Patch<String> checked() {
    Form form = new Form();
    form.text("note", note.value(), Form.REASON);
    form.check();
    return note;
  }
}
