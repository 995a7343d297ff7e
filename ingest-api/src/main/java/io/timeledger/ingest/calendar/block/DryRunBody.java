package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.calendar.rule.CalendarRuleBody;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.calendar.BlockState;
import io.timeledger.schemas.command.CalendarRuleCommand.PutCalendarRule;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.CalendarRuleBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The body of a dry run of calendar rules over the caller's blocks.
///
/// @param rule added for the dry run, or replacing the rule with the same id; null for the current
///     rules
/// @param from the first day; null for this week
/// @param to the last day, inclusive; null for this week
record DryRunBody(
    @Nullable CalendarRuleId id,
    @Nullable CalendarRuleBody rule,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {
  private static final CalendarRuleId TRIED = new CalendarRuleId("dry-run");

  BlockFilter days() {
    FieldValidator form = new FieldValidator();
    form.ordered("from", from, "to", to);
    form.check();
    return new BlockFilter(from, to, BlockState.PENDING, null, null, true);
  }

  @Nullable CalendarRule tried(Caller caller) {
    if (rule == null) {
      return null;
    }
    PutCalendarRule command = rule.toCommand(id == null ? TRIED : id, caller.userId(), null);
    return CalendarRuleBuilder.builder()
        .id(command.id())
        .workspaceId(caller.workspaceId())
        .userId(command.userId())
        .position(command.position())
        .enabled(command.enabled())
        .conditions(command.conditions())
        .effect(command.effect())
        .createdAt(Instant.EPOCH)
        .updatedAt(Instant.EPOCH)
        .build();
  }
}
