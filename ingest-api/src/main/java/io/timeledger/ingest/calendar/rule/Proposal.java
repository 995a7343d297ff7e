package io.timeledger.ingest.calendar.rule;

import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import org.jspecify.annotations.Nullable;

/// What the rules propose for a block.
///
/// @param effect of the first rule that matches; null when none does
/// @param ruleId null when no rule matches
public record Proposal(@Nullable CalendarRuleEffect effect, @Nullable CalendarRuleId ruleId) {
  public static final Proposal NONE = new Proposal(null, null);

  /// Whether the rule hides the block.
  public boolean hides() {
    return effect != null && effect.hide();
  }
}
