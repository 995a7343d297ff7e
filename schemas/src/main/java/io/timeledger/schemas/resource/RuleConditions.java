package io.timeledger.schemas.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which entries an automation rule is about: those that fulfil everything that is given.
///
/// @param descriptionPattern matched against the whole description, whatever the case: `*` stands
///     for any text, `?` for one character, all else for itself; null for any description
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
