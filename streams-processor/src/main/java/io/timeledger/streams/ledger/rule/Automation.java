package io.timeledger.streams.ledger.rule;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Rule;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.text.ComposedText;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Applies the automation rules of a workspace, by id, to an entry whose times are known.
/// Conditions see the original entry: no rule sees another's effect.
public final class Automation {
  private static final int MOST_TAGS = 50;

  private Automation() {}

  /// @param flag marks an entry for review, with a reason
  /// @throws Refusal `rejected_by_rule`
  public static TimeEntry apply(
      TimeEntry entry, LedgerState state, BiFunction<TimeEntry, String, TimeEntry> flag) {
    return apply(entry, state, flag, false);
  }

  /// As [#apply], for a stopping timer: a rule that would refuse it flags it for review.
  public static TimeEntry applyUnrefused(
      TimeEntry entry, LedgerState state, BiFunction<TimeEntry, String, TimeEntry> flag) {
    return apply(entry, state, flag, true);
  }

  /// Whether the two are equal in everything that conditions see.
  public static boolean looksAlike(TimeEntry one, TimeEntry other) {
    return Objects.equals(one.description(), other.description())
        && one.durationSeconds() == other.durationSeconds()
        && one.logDate().equals(other.logDate())
        && Objects.equals(one.projectId(), other.projectId());
  }

  private static TimeEntry apply(
      TimeEntry entry,
      LedgerState state,
      BiFunction<TimeEntry, String, TimeEntry> flag,
      boolean unrefused) {
    TimeEntry after = entry.with(b -> b.autoApprove(null));
    for (Rule rule : state.rules()) {
      if (rule.isInForce() && RuleMatch.holds(rule.conditions(), entry, state)) {
        after =
            switch (rule.effect()) {
              case TAG -> tagged(after, rule.tags());
              case REVIEW -> flag.apply(after, "rule:" + rule.id());
              case AUTO_APPROVE -> after.with(b -> b.autoApprove(true));
              case REJECT -> {
                if (!unrefused) {
                  throw Refusal.of(
                      ErrorCode.REJECTED_BY_RULE,
                      "the rule %s (%s) refuses the entry".formatted(rule.id(), rule.name()));
                }
                yield flag.apply(after, "rejected_by_rule:" + rule.id());
              }
            };
      }
    }
    return after;
  }

  private static TimeEntry tagged(TimeEntry entry, List<String> tags) {
    return entry.with(
        b ->
            b.tags(
                Stream.concat(entry.tags().stream(), tags.stream().map(ComposedText::of))
                    .distinct()
                    .limit(Math.max(MOST_TAGS, entry.tags().size()))
                    .toList()));
  }
}
