package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.CalendarRuleCommand;
import io.timeledger.schemas.command.CalendarRuleCommand.DeleteCalendarRule;
import io.timeledger.schemas.command.CalendarRuleCommand.PutCalendarRule;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Dispatches commands about calendar rules to their handlers.
public final class CalendarRuleHandler {
  private CalendarRuleHandler() {}

  public static List<ReplyItem> decide(
      CalendarRuleCommand command, Rights rights, DecisionBuilder decision) {
    return List.of(
        switch (command) {
          case PutCalendarRule put -> PutCalendarRuleHandler.decide(put, rights, decision);
          case DeleteCalendarRule delete ->
              DeleteCalendarRuleHandler.decide(delete, rights, decision);
        });
  }

  /// @param owner null for a rule of the workspace
  /// @param action the event that success would cause
  static void requireRight(
      @Nullable UserId owner, EventType action, CalendarRuleId id, Rights rights) {
    if (owner == null) {
      rights.requireAudited(
          Permission.SETTINGS, EventType.SETTINGS_UPDATED_DENIED, action, id.value());
    } else {
      rights.require(Permission.CALENDAR);
    }
  }
}
