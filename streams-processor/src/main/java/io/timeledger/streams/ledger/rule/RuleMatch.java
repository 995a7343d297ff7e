package io.timeledger.streams.ledger.rule;

import io.timeledger.schemas.resource.ProjectCheck;
import io.timeledger.schemas.resource.RuleConditions;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.text.Glob;
import io.timeledger.streams.ledger.reference.ReferenceCheck;
import io.timeledger.streams.ledger.state.LedgerState;
import org.jspecify.annotations.Nullable;

/// Whether an entry meets all conditions of a rule.
final class RuleMatch {
  private static final int DAYS_OF_WEEK = 7;

  private RuleMatch() {}

  static boolean holds(RuleConditions conditions, TimeEntry entry, LedgerState state) {
    return matchesText(conditions.descriptionPattern(), entry.description())
        && isAtLeast(entry.durationSeconds(), conditions.minSeconds())
        && isAtMost(entry.durationSeconds(), conditions.maxSeconds())
        && (conditions.weekdays().isEmpty()
            || conditions
                .weekdays()
                .contains(entry.logDate().getDayOfWeek().getValue() % DAYS_OF_WEEK))
        && (conditions.project() == null || conditions.project() == check(entry, state));
  }

  private static boolean matchesText(@Nullable String pattern, @Nullable String text) {
    return pattern == null || Glob.matches(pattern, text == null ? "" : text);
  }

  private static boolean isAtLeast(long seconds, @Nullable Long least) {
    return least == null || seconds >= least;
  }

  private static boolean isAtMost(long seconds, @Nullable Long most) {
    return most == null || seconds <= most;
  }

  private static ProjectCheck check(TimeEntry entry, LedgerState state) {
    if (entry.projectId() == null) {
      return ProjectCheck.MISSING;
    }
    return state.project(entry.projectId()).filter(ReferenceCheck::isOpen).isPresent()
        ? ProjectCheck.OPEN
        : ProjectCheck.CLOSED;
  }
}
