package io.timeledger.schemas.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conditions of an automation rule. An entry must meet all that are set.
///
/// @param descriptionPattern matches the whole description, ignoring case: `*` is any text, `?` one
///     character, all else literal; null for any description
/// @param minSeconds of the duration, inclusive; null for any
/// @param maxSeconds of the duration, inclusive; null for any
/// @param weekdays of the `log_date`, 0 to 6, Sunday is 0; empty for any
/// @param project null for any
public record RuleConditions(
    @Nullable String descriptionPattern,
    @Nullable Long minSeconds,
    @Nullable Long maxSeconds,
    List<Integer> weekdays,
    @Nullable ProjectCheck project) {
  public RuleConditions {
    weekdays = List.copyOf(weekdays);
  }
}
