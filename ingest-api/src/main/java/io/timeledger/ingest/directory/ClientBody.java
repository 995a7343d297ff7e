package io.timeledger.ingest.directory;

import io.timeledger.ingest.web.Form;
import io.timeledger.schemas.command.DirectoryCommand.PutClient;
import io.timeledger.schemas.id.ClientId;
import org.jspecify.annotations.Nullable;

/// The body of a client: the whole record.
record ClientBody(@Nullable String name) {

  PutClient toCommand(ClientId id, @Nullable Integer ifVersion) {
    Form form = new Form();
    PutClient command = new PutClient(id, form.requiredText("name", name, Form.NAME), ifVersion);
    form.check();
    return command;
  }
}
