package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.streams.ledger.Refusal;
import java.util.ArrayList;
import java.util.List;

/// Fields of an entry that cannot be cleared: a patch to null is refused.
final class NonNullableFields {
  private final List<Problem.Detail> nulls = new ArrayList<>();

  private NonNullableFields() {}

  /// @throws Refusal naming every such field that the patch sets to null
  static void require(EntryPatch patch) {
    NonNullableFields fields = new NonNullableFields();
    fields.look("user_id", patch.userId());
    fields.look("entity_type", patch.entityType());
    fields.look("billable", patch.billable());
    fields.look("started_at", patch.startedAt());
    fields.look("ended_at", patch.endedAt());
    fields.look("timezone", patch.timezone());
    fields.look("log_date", patch.logDate());
    fields.look("hours", patch.durationSeconds());
    fields.look("needs_review", patch.needsReview());
    if (!fields.nulls.isEmpty()) {
      throw Refusal.of(fields.nulls);
    }
  }

  private void look(String field, Patch<?> patch) {
    if (patch.present() && patch.value() == null) {
      nulls.add(new Problem.Detail(field, "required", "cannot be null"));
    }
  }
}
