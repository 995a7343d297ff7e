package io.timeledger.ingest.rule;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.RuleCommand.PutRule;
import io.timeledger.schemas.id.RuleId;
import io.timeledger.schemas.resource.ProjectCheck;
import io.timeledger.schemas.resource.RuleConditions;
import io.timeledger.schemas.resource.RuleEffect;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body of an automation rule: the whole record.
record RuleBody(
    @Nullable String name,
    @Nullable Boolean enabled,
    @Nullable ConditionsBody conditions,
    @Nullable RuleEffect effect,
    @Nullable List<@Nullable String> tags) {
  private static final int PATTERN = 200;
  private static final long MOST_SECONDS = 1_000_000_000;
  private static final int MOST_DAYS = 7;

  /// The conditions in the body; absent ones do not restrict.
  record ConditionsBody(
      @Nullable String descriptionPattern,
      @Nullable Long minSeconds,
      @Nullable Long maxSeconds,
      @Nullable List<@Nullable Integer> weekdays,
      @Nullable ProjectCheck project) {
    static final ConditionsBody NONE = new ConditionsBody(null, null, null, null, null);
  }

  PutRule toCommand(RuleId id, @Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    PutRule command = toCommand(id, ifVersion, form);
    form.check();
    return command;
  }

  /// @param form collects every invalid field
  PutRule toCommand(RuleId id, @Nullable Integer ifVersion, FieldValidator form) {
    List<String> checkedTags = form.tags("tags", tags);
    return new PutRule(
        id,
        form.requiredText("name", name, FieldValidator.NAME),
        !Boolean.FALSE.equals(enabled),
        conditions(form),
        form.required("effect", effect, RuleEffect.REVIEW),
        checkedTags == null ? List.of() : checkedTags,
        ifVersion);
  }

  private RuleConditions conditions(FieldValidator form) {
    ConditionsBody asked = conditions == null ? ConditionsBody.NONE : conditions;
    List<@Nullable Integer> days = asked.weekdays() == null ? List.of() : asked.weekdays();
    if (days.size() > MOST_DAYS || days.stream().anyMatch(Objects::isNull)) {
      form.fail("conditions.weekdays", "out_of_range", "Expected at most 7 days, none null.");
      days = List.of();
    }
    form.between("conditions.min_seconds", asked.minSeconds(), 0, MOST_SECONDS);
    form.between("conditions.max_seconds", asked.maxSeconds(), 0, MOST_SECONDS);
    form.ordered(
        "conditions.min_seconds", asked.minSeconds(), "conditions.max_seconds", asked.maxSeconds());
    return new RuleConditions(
        form.text("conditions.description_pattern", asked.descriptionPattern(), PATTERN),
        asked.minSeconds(),
        asked.maxSeconds(),
        days.stream().filter(Objects::nonNull).distinct().toList(),
        asked.project());
  }
}
