package io.timeledger.ingest.calendar.rule;

import io.timeledger.ingest.calendar.block.CalendarBlock;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.text.Glob;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rules that apply to one member's blocks. They are applied when blocks are shown, so a
/// changed rule takes effect at once. The first match wins: personal rules before the workspace's,
/// then by position and id.
public final class RuleSet {
  private static final Comparator<CalendarRule> ORDER =
      Comparator.comparing((CalendarRule rule) -> rule.userId() == null)
          .thenComparing(CalendarRule::position)
          .thenComparing(rule -> rule.id().value());

  private final List<CalendarRule> rules;

  /// @param rules of the member and of the workspace, in any order
  public RuleSet(List<CalendarRule> rules) {
    this.rules =
        rules.stream()
            .filter(rule -> rule.enabled() && rule.deletedAt() == null)
            .sorted(ORDER)
            .toList();
  }

  /// The rules with one added or replaced by id.
  public RuleSet with(CalendarRule other) {
    return new RuleSet(
        Stream.concat(
                rules.stream().filter(rule -> !rule.id().equals(other.id())), Stream.of(other))
            .toList());
  }

  /// A rule's, or that of the contacts who attend if no rule matches.
  public Proposal proposalFor(CalendarBlock block) {
    return rules.stream()
        .filter(rule -> matches(rule.conditions(), block))
        .findFirst()
        .map(rule -> new Proposal(rule.effect(), rule.id(), null))
        .orElseGet(() -> ContactProposal.of(block.contacts()));
  }

  private static boolean matches(CalendarRuleConditions conditions, CalendarBlock block) {
    String title = block.title();
    return (conditions.title() == null
            || (title != null && Glob.matches(conditions.title(), title)))
        && isAny(conditions.calendarId(), block.calendarId())
        && (conditions.attendeeDomain() == null
            || block.attendeeDomains().contains(conditions.attendeeDomain()))
        && isAny(conditions.organizerDomain(), block.organizerDomain())
        && isAny(conditions.kind(), block.kind())
        && isAny(conditions.recurring(), block.recurring())
        && isLongEnough(conditions.minMinutes(), conditions.maxMinutes(), block)
        && (conditions.weekdays().isEmpty()
            || conditions.weekdays().contains(weekday(block.logDate())));
  }

  private static boolean isAny(@Nullable Object wanted, @Nullable Object given) {
    return wanted == null || wanted.equals(given);
  }

  private static boolean isLongEnough(
      @Nullable Integer min, @Nullable Integer max, CalendarBlock block) {
    if (min == null && max == null) {
      return true;
    }
    Long seconds = block.durationSeconds();
    return seconds != null
        && (min == null || seconds >= min * 60L)
        && (max == null || seconds <= max * 60L);
  }

  /// 0 to 6, Sunday is 0.
  private static int weekday(LocalDate day) {
    return day.getDayOfWeek().getValue() % 7;
  }
}
