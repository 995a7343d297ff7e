package io.timeledger.ingest.calendar.rule;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.CalendarRuleCommand.PutCalendarRule;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.EntityType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The body of a calendar rule; replaces the whole rule.
///
/// @param scope null means the caller's own
public record CalendarRuleBody(
    @Nullable RuleOwner scope,
    @Nullable Integer position,
    @Nullable Boolean enabled,
    @Nullable ConditionsBody conditions,
    @Nullable EffectBody effect) {
  private static final int LAST_POSITION = 10_000;
  private static final int PATTERN = 200;
  private static final int DOMAIN = 253;
  private static final int MOST_MINUTES = 10_000_000;
  private static final int MOST_DAYS = 7;

  /// Whose blocks a rule applies to.
  public enum RuleOwner {
    MEMBER,
    WORKSPACE
  }

  /// Absent conditions do not restrict.
  public record ConditionsBody(
      @Nullable String title,
      @Nullable CalendarId calendarId,
      @Nullable String attendeeDomain,
      @Nullable String organizerDomain,
      @Nullable Integer minMinutes,
      @Nullable Integer maxMinutes,
      @Nullable List<@Nullable Integer> weekdays,
      @Nullable Boolean recurring,
      @Nullable BlockKind kind) {
    static final ConditionsBody NONE =
        new ConditionsBody(null, null, null, null, null, null, null, null, null);
  }

  /// Absent fields keep the values that the block has without a rule.
  public record EffectBody(
      @Nullable Boolean hide,
      @Nullable ProjectId projectId,
      @Nullable TaskId taskId,
      @Nullable EntityType entityType,
      @Nullable String entityId,
      @Nullable Boolean billable,
      @Nullable List<@Nullable String> tags,
      @Nullable String description) {}

  public PutCalendarRule toCommand(CalendarRuleId id, UserId caller, @Nullable Integer ifVersion) {
    FieldValidator form = new FieldValidator();
    form.between("position", position, 0, LAST_POSITION);
    PutCalendarRule command =
        new PutCalendarRule(
            id,
            scope == RuleOwner.WORKSPACE ? null : caller,
            position == null ? 0 : position,
            !Boolean.FALSE.equals(enabled),
            conditions(form),
            effect(form),
            ifVersion);
    form.check();
    return command;
  }

  private CalendarRuleConditions conditions(FieldValidator form) {
    ConditionsBody asked = conditions == null ? ConditionsBody.NONE : conditions;
    List<@Nullable Integer> days = asked.weekdays() == null ? List.of() : asked.weekdays();
    if (days.size() > MOST_DAYS
        || days.stream().anyMatch(day -> day == null || day < 0 || day > 6)) {
      form.fail(
          "conditions.weekdays", "out_of_range", "Expected at most 7 of 0 to 6, Sunday is 0.");
      days = List.of();
    }
    form.between("conditions.min_minutes", asked.minMinutes(), 0, MOST_MINUTES);
    form.between("conditions.max_minutes", asked.maxMinutes(), 0, MOST_MINUTES);
    form.ordered(
        "conditions.min_minutes", asked.minMinutes(), "conditions.max_minutes", asked.maxMinutes());
    return new CalendarRuleConditions(
        form.text("conditions.title", asked.title(), PATTERN),
        asked.calendarId(),
        domain(form, "conditions.attendee_domain", asked.attendeeDomain()),
        domain(form, "conditions.organizer_domain", asked.organizerDomain()),
        asked.minMinutes(),
        asked.maxMinutes(),
        days.stream().filter(Objects::nonNull).distinct().sorted().toList(),
        asked.recurring(),
        asked.kind());
  }

  private CalendarRuleEffect effect(FieldValidator form) {
    EffectBody asked =
        form.required(
            "effect", effect, new EffectBody(null, null, null, null, null, null, null, null));
    form.id("effect.entity_id", asked.entityId());
    List<String> tags = form.tags("effect.tags", asked.tags());
    return new CalendarRuleEffect(
        Boolean.TRUE.equals(asked.hide()),
        asked.projectId(),
        asked.taskId(),
        asked.entityType(),
        asked.entityId(),
        asked.billable(),
        tags == null ? List.of() : tags,
        form.text("effect.description", asked.description(), FieldValidator.DESCRIPTION));
  }

  private static @Nullable String domain(
      FieldValidator form, String field, @Nullable String domain) {
    if (domain != null && (domain.isBlank() || domain.indexOf('@') >= 0)) {
      form.fail(field, "invalid", "Expected a domain as in example.com.");
    }
    String checked = form.text(field, domain, DOMAIN);
    return checked == null ? null : checked.toLowerCase(Locale.ROOT);
  }
}
