package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.CALENDAR_RULE;
import static io.timeledger.streams.ledger.state.StateTable.CALENDAR_RULE_KEY;

import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.CalendarRule;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Calendar rules by owner, and by id. An id keeps its owner.
record CalendarRuleIndex(StateTables tables) {

  Optional<CalendarRule> rule(CalendarRuleId id) {
    return tables.find(CALENDAR_RULE, CALENDAR_RULE_KEY, id.value());
  }

  List<CalendarRule> rules(@Nullable UserId owner) {
    return tables.withPrefix(CALENDAR_RULE, ownerKey(owner) + "/").stream()
        .filter(rule -> rule.deletedAt() == null)
        .toList();
  }

  void put(CalendarRule rule) {
    String key = ownerKey(rule.userId()) + "/" + rule.id().value();
    tables.put(CALENDAR_RULE, key, rule);
    tables.put(CALENDAR_RULE_KEY, rule.id().value(), key);
  }

  /// Empty for the workspace: no user has an empty id.
  private static String ownerKey(@Nullable UserId owner) {
    return owner == null ? "" : owner.value();
  }
}
