package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import java.util.List;

/// Removes connections of members who may no longer have any.
public final class LostCalendars {
  private LostCalendars() {}

  /// Deletes the connections and own rules of a member who left or lost the permission for
  /// calendars.
  ///
  /// @param member after the change
  public static void drop(Member member, DecisionBuilder decision) {
    if (member.active() && member.role().permissions().contains(Permission.CALENDAR)) {
      return;
    }
    for (Connection connection : List.copyOf(decision.state().connections(member.id()))) {
      DisconnectHandler.disconnect(connection, decision);
    }
    for (CalendarRule rule : decision.state().calendarRules(member.id())) {
      decision.change(
          EventType.CALENDAR_RULE_DELETED, rule.with(b -> b.deletedAt(decision.now())), rule);
    }
  }
}
