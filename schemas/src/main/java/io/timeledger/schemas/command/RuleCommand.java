package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.RuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.RuleConditions;
import io.timeledger.schemas.resource.RuleEffect;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Automation rules, and dry runs of them, which change nothing.
public sealed interface RuleCommand extends Command {

  /// Creates or replaces the whole rule.
  @JsonTypeName("put_rule")
  record PutRule(
      RuleId id,
      String name,
      boolean enabled,
      RuleConditions conditions,
      RuleEffect effect,
      List<String> tags,
      @Nullable Integer ifVersion)
      implements RuleCommand {
    public PutRule {
      tags = List.copyOf(tags);
    }
  }

  @JsonTypeName("delete_rule")
  record DeleteRule(RuleId id, @Nullable Integer ifVersion) implements RuleCommand {}

  /// Returns what the rules would do to the entry if it were created now.
  ///
  /// @param rule added for the dry run, replacing the one of its id; null for the current rules
  @JsonTypeName("try_rules")
  record TryRules(EntryDraft draft, @Nullable PutRule rule) implements RuleCommand {}

  /// Returns whether the week of that day exceeds the threshold.
  ///
  /// @param userId null means the caller
  @JsonTypeName("try_overtime")
  record TryOvertime(@Nullable UserId userId, LocalDate day) implements RuleCommand {}
}
