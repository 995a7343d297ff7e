package io.timeledger.ingest.rule;

import io.timeledger.ingest.entry.EntryBody;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.RuleCommand.PutRule;
import io.timeledger.schemas.command.RuleCommand.TryRules;
import io.timeledger.schemas.id.RuleId;
import org.jspecify.annotations.Nullable;

/// The entry of a dry run, and optionally a rule to add.
record TrialBody(@Nullable EntryBody entry, @Nullable RuleBody rule) {
  private static final RuleId TRIED = new RuleId("dry-run");

  TryRules toCommand() {
    FieldValidator form = new FieldValidator();
    EntryDraft draft =
        entry == null
            ? form.required("entry", null, EntryDraftBuilder.builder().build())
            : entry.toDraft();
    PutRule put = rule == null ? null : rule.toCommand(TRIED, null, form);
    form.check();
    return new TryRules(draft, put);
  }
}
