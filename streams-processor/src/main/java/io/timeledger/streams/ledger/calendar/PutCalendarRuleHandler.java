package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.CalendarRuleCommand.PutCalendarRule;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.CalendarRuleBuilder;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Creates, replaces or undeletes a rule. An id keeps its owner even after a delete: otherwise
/// another member could see the former rule.
final class PutCalendarRuleHandler {
  private PutCalendarRuleHandler() {}

  static ReplyItem decide(PutCalendarRule command, Rights rights, DecisionBuilder decision) {
    UserId owner = command.userId();
    CalendarRuleHandler.requireRight(owner, EventType.CALENDAR_RULE_UPSERTED, command.id(), rights);
    if (owner != null && !rights.is(owner)) {
      throw Refusal.invalid("user_id", "a rule belongs to the caller or to the workspace");
    }
    CalendarRule before = decision.state().calendarRule(command.id()).orElse(null);
    if (before != null && !Objects.equals(before.userId(), owner)) {
      throw Refusal.invalid("id", "is the id of another rule");
    }
    VersionCheck.require(before, command.ifVersion(), decision);
    CalendarRuleCheck.require(command);
    if (before == null || before.deletedAt() != null) {
      requireRoom(owner, decision);
    }
    CalendarRule after =
        CalendarRuleBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .userId(owner)
            .position(command.position())
            .enabled(command.enabled())
            .conditions(command.conditions())
            .effect(command.effect())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    if (before != null && !decision.differs(after, before)) {
      return ReplyItem.of(Status.UNCHANGED, before);
    }
    return ReplyItem.of(
        before == null ? Status.CREATED : Status.UPDATED,
        decision.change(EventType.CALENDAR_RULE_UPSERTED, after, before));
  }

  private static void requireRoom(@Nullable UserId owner, DecisionBuilder decision) {
    int most = owner == null ? CalendarRule.MAX_PER_WORKSPACE : CalendarRule.MAX_PER_MEMBER;
    if (decision.state().calendarRules(owner).size() >= most) {
      throw Refusal.invalid("id", "there are %d rules already".formatted(most));
    }
  }
}
