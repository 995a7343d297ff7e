package io.timeledger.streams.ledger.calendar;

import io.timeledger.schemas.command.CalendarRuleCommand.PutCalendarRule;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.text.VisibleText;
import io.timeledger.streams.ledger.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Validates conditions and effects of calendar rules. Projects and tasks are not looked up: they
/// may be created later, and conversion checks them.
final class CalendarRuleCheck {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 2000;
  private static final int MOST_TAGS = 10;
  private static final int LONGEST_TAG = 64;
  private static final Pattern DOMAIN =
      Pattern.compile("(?=.{1,253}$)[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63})*");
  private final List<Problem.Detail> details = new ArrayList<>();

  private CalendarRuleCheck() {}

  /// @throws Refusal naming every bad field
  static void require(PutCalendarRule rule) {
    CalendarRuleCheck check = new CalendarRuleCheck();
    check.range("position", rule.position());
    check.conditions(rule.conditions());
    check.effect(rule.effect());
    if (!check.details.isEmpty()) {
      throw Refusal.of(check.details);
    }
  }

  private void conditions(CalendarRuleConditions conditions) {
    text("conditions.title", conditions.title(), LONGEST_TITLE);
    domain("conditions.attendee_domain", conditions.attendeeDomain());
    domain("conditions.organizer_domain", conditions.organizerDomain());
    range("conditions.min_minutes", conditions.minMinutes());
    range("conditions.max_minutes", conditions.maxMinutes());
    if (conditions.minMinutes() != null
        && conditions.maxMinutes() != null
        && conditions.minMinutes() > conditions.maxMinutes()) {
      add(
          "conditions.max_minutes",
          "%d is less than min_minutes, %d: no block can match"
              .formatted(conditions.maxMinutes(), conditions.minMinutes()));
    }
    if (conditions.weekdays().stream().anyMatch(day -> day < 0 || day > 6)) {
      add("conditions.weekdays", "expected 0 to 6, Sunday is 0");
    }
  }

  private void effect(CalendarRuleEffect effect) {
    if (effect.hide() && !effect.equals(CalendarRuleEffect.HIDE)) {
      add("effect.hide", "excludes all other effects");
    }
    text("effect.description", effect.description(), LONGEST_DESCRIPTION);
    if (effect.tags().size() > MOST_TAGS) {
      add("effect.tags", "at most %d".formatted(MOST_TAGS));
    }
    effect.tags().forEach(tag -> text("effect.tags", tag, LONGEST_TAG));
    entity(effect);
  }

  /// `calendar_event` needs no id: it is the block's.
  private void entity(CalendarRuleEffect effect) {
    EntityType type = effect.entityType();
    String id = effect.entityId();
    if (id != null && !Id.isValid(id)) {
      add("effect.entity_id", "expected " + Id.RULE);
    }
    boolean own = type == null || type == EntityType.INTERNAL || type == EntityType.CALENDAR_EVENT;
    boolean byTask = type == EntityType.TASK && effect.taskId() != null;
    if (own && id != null) {
      add("effect.entity_id", "needs an entity_type that has one");
    } else if (!own && !byTask && id == null) {
      add("effect.entity_id", "is missing for the entity_type");
    }
    if (effect.taskId() != null && type != null && type != EntityType.TASK) {
      add("effect.task_id", "needs the entity_type task");
    }
  }

  private void text(String field, @Nullable String text, int longest) {
    if (text != null
        && (!VisibleText.isIn(text) || text.codePointCount(0, text.length()) > longest)) {
      add(field, "expected 1 to %d characters".formatted(longest));
    }
  }

  private void domain(String field, @Nullable String domain) {
    if (domain != null && !DOMAIN.matcher(domain).matches()) {
      add(field, "expected a domain, as in example.com");
    }
  }

  private void range(String field, @Nullable Integer value) {
    if (value != null && value < 0) {
      add(field, value + " (expected: 0 or more)");
    }
  }

  private void add(String field, String rule) {
    details.add(new Problem.Detail(field, ErrorCode.VALIDATION_FAILED.wireName(), rule));
  }
}
