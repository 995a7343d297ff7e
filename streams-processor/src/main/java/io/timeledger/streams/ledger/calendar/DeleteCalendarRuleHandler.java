package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.CalendarRuleCommand.DeleteCalendarRule;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;

/// Deletes a rule. Entries made by it stay.
final class DeleteCalendarRuleHandler {
  private DeleteCalendarRuleHandler() {}

  static ReplyItem decide(DeleteCalendarRule command, Rights rights, DecisionBuilder decision) {
    CalendarRule before =
        decision
            .state()
            .calendarRule(command.id())
            .filter(rule -> rule.deletedAt() == null)
            .filter(rule -> rule.userId() == null || rights.is(rule.userId()))
            .orElseThrow(() -> Refusal.notFound("calendar rule " + command.id()));
    CalendarRuleHandler.requireRight(
        before.userId(), EventType.CALENDAR_RULE_DELETED, command.id(), rights);
    VersionCheck.require(before, command.ifVersion(), decision);
    return ReplyItem.of(
        Status.DELETED,
        decision.change(
            EventType.CALENDAR_RULE_DELETED,
            before.with(b -> b.deletedAt(decision.now())),
            before));
  }
}
