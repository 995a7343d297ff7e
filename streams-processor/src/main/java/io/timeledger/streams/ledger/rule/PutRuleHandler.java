package io.timeledger.streams.ledger.rule;

import io.timeledger.schemas.command.RuleCommand.PutRule;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Rule;
import io.timeledger.schemas.resource.RuleBuilder;
import io.timeledger.schemas.resource.RuleConditions;
import io.timeledger.schemas.resource.RuleEffect;
import io.timeledger.schemas.text.VisibleText;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Creates, replaces or undeletes a rule. Existing entries stay as they are.
public final class PutRuleHandler {
  private static final int MOST_RULES = 100;
  private static final int LONGEST_PATTERN = 200;
  private static final int MOST_TAGS = 10;
  private static final int LONGEST_TAG = 64;

  private PutRuleHandler() {}

  public static List<ReplyItem> decide(PutRule command, Rights rights, DecisionBuilder decision) {
    rights.requireAudited(
        Permission.SETTINGS,
        EventType.SETTINGS_UPDATED_DENIED,
        EventType.RULE_UPSERTED,
        command.id().value());
    return List.of(put(command, decision));
  }

  static ReplyItem put(PutRule command, DecisionBuilder decision) {
    Rule before = decision.state().rule(command.id()).orElse(null);
    VersionCheck.require(before, command.ifVersion(), decision);
    check(command);
    boolean adds = before == null || before.deletedAt() != null;
    if (adds && decision.state().rules().size() >= MOST_RULES) {
      throw Refusal.invalid("id", "the workspace has %d rules already".formatted(MOST_RULES));
    }
    Rule after =
        RuleBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .name(command.name())
            .enabled(command.enabled())
            .conditions(command.conditions())
            .effect(command.effect())
            .tags(command.tags())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    if (before != null && !decision.differs(after, before)) {
      return ReplyItem.of(Status.UNCHANGED, before);
    }
    return ReplyItem.of(
        before == null ? Status.CREATED : Status.UPDATED,
        decision.change(EventType.RULE_UPSERTED, after, before));
  }

  private static void check(PutRule command) {
    RuleConditions conditions = command.conditions();
    String pattern = conditions.descriptionPattern();
    if (pattern != null
        && (!VisibleText.isIn(pattern)
            || pattern.codePointCount(0, pattern.length()) > LONGEST_PATTERN)) {
      throw Refusal.invalid(
          "conditions.description_pattern",
          "expected 1 to %d characters".formatted(LONGEST_PATTERN));
    }
    checkSeconds("conditions.min_seconds", conditions.minSeconds());
    checkSeconds("conditions.max_seconds", conditions.maxSeconds());
    if (conditions.minSeconds() != null
        && conditions.maxSeconds() != null
        && conditions.minSeconds() > conditions.maxSeconds()) {
      throw Refusal.invalid(
          "conditions.max_seconds",
          "%d is less than min_seconds, %d: no entry is as long"
              .formatted(conditions.maxSeconds(), conditions.minSeconds()));
    }
    if (conditions.weekdays().stream().anyMatch(day -> day < 0 || day > 6)) {
      throw Refusal.invalid("conditions.weekdays", "expected 0 to 6, Sunday is 0");
    }
    boolean tags = command.effect() == RuleEffect.TAG;
    if (tags == command.tags().isEmpty() || command.tags().size() > MOST_TAGS) {
      throw Refusal.invalid(
          "tags", "expected 1 to %d for the effect tag, none for others".formatted(MOST_TAGS));
    }
    if (command.tags().stream()
        .anyMatch(
            tag -> !VisibleText.isIn(tag) || tag.codePointCount(0, tag.length()) > LONGEST_TAG)) {
      throw Refusal.invalid("tags", "expected 1 to %d characters".formatted(LONGEST_TAG));
    }
  }

  private static void checkSeconds(String field, @Nullable Long seconds) {
    if (seconds != null && seconds < 0) {
      throw Refusal.invalid(field, seconds + " (expected: 0 or more)");
    }
  }
}
