package io.timeledger.ingest.batch;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.json.StrictJson;
import io.timeledger.schemas.command.BatchItem;
import io.timeledger.schemas.reply.Problem;
import tools.jackson.databind.JsonNode;

/// A parsed batch item.
sealed interface Item {
  int index();

  /// Valid in form.
  record Valid(BatchItem item) implements Item {
    @Override
    public int index() {
      return item.index();
    }
  }

  /// Invalid in form.
  record Invalid(int index, Problem problem) implements Item {}

  static Item of(int index, JsonNode json) {
    try {
      return new Valid(StrictJson.part(json, ItemBody.class).toItem(index));
    } catch (ApiException e) {
      return new Invalid(index, e.problem());
    }
  }
}
