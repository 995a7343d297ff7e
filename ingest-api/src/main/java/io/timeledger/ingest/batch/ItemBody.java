package io.timeledger.ingest.batch;

import io.timeledger.ingest.entry.EntryBody;
import io.timeledger.ingest.entry.EntryPatchBody;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.ingest.web.json.StrictJson;
import io.timeledger.schemas.command.BatchItem;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One item of a batch.
///
/// @param id of the entry to update or delete
/// @param ifVersion the version that the caller saw; null means any
/// @param entry the body of a create or update
record ItemBody(
    @Nullable Action action,
    @Nullable EntryId id,
    @Nullable Integer ifVersion,
    @Nullable ObjectNode entry) {
  private static final EntryId NONE = new EntryId("none");
  private static final ObjectNode NOTHING = Json.MAPPER.createObjectNode();

  enum Action {
    CREATE,
    UPDATE,
    DELETE
  }

  BatchItem toItem(int index) {
    FieldValidator form = new FieldValidator();
    Action what = form.required("action", action, Action.DELETE);
    if (what == Action.CREATE) {
      refuse(form, "id", id);
      refuse(form, "if_version", ifVersion);
    }
    if (what == Action.DELETE) {
      refuse(form, "entry", entry);
    }
    EntryId known = what == Action.CREATE ? NONE : form.required("id", id, NONE);
    ObjectNode body = what == Action.DELETE ? NOTHING : form.required("entry", entry, NOTHING);
    form.check();
    return switch (what) {
      case CREATE -> BatchItem.create(index, StrictJson.part(body, EntryBody.class).toDraft());
      case UPDATE ->
          BatchItem.update(
              index,
              new UpdateEntry(
                  known, StrictJson.part(body, EntryPatchBody.class).toPatch(), ifVersion));
      case DELETE -> BatchItem.delete(index, new DeleteEntry(known, ifVersion));
    };
  }

  private static void refuse(FieldValidator form, String field, @Nullable Object value) {
    if (value != null) {
      form.fail(field, "unknown_field", "The action does not take it.");
    }
  }
}
