package io.timeledger.ingest.calendar.rule;

import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import org.jspecify.annotations.Nullable;

/// What is proposed for a block: by the first rule that matches or, if none does, by the contacts
/// who attend.
///
/// @param effect null when nothing is proposed
/// @param ruleId null unless a rule proposes it
/// @param contactId null unless a contact proposes it; the first of those that agree
public record Proposal(
    @Nullable CalendarRuleEffect effect,
    @Nullable CalendarRuleId ruleId,
    @Nullable ContactId contactId) {
  public static final Proposal NONE = new Proposal(null, null, null);

  /// Whether the rule hides the block.
  public boolean hides() {
    return effect != null && effect.hide();
  }
}
