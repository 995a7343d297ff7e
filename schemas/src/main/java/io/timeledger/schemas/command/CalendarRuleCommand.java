package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import org.jspecify.annotations.Nullable;

/// Commands about calendar rules.
public sealed interface CalendarRuleCommand extends Command {

  /// Creates or replaces the whole rule.
  ///
  /// @param userId the caller, for a personal rule; null for a rule of the workspace
  @JsonTypeName("put_calendar_rule")
  record PutCalendarRule(
      CalendarRuleId id,
      @Nullable UserId userId,
      int position,
      boolean enabled,
      CalendarRuleConditions conditions,
      CalendarRuleEffect effect,
      @Nullable Integer ifVersion)
      implements CalendarRuleCommand {}

  @JsonTypeName("delete_calendar_rule")
  record DeleteCalendarRule(CalendarRuleId id, @Nullable Integer ifVersion)
      implements CalendarRuleCommand {}
}
