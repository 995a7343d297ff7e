package io.timeledger.ingest.directory;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.DirectoryCommand.PutClient;
import io.timeledger.schemas.id.ClientId;
import org.jspecify.annotations.Nullable;

/// The body of a client: the whole record.
record ClientBody(@Nullable String name) {

  PutClient toCommand(ClientId id, @Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    PutClient command =
        new PutClient(id, form.requiredText("name", name, FieldValidator.NAME), ifVersion);
    form.check();
    return command;
  }
}
