package io.timeledger.ingest.calendar.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.calendar.block.TestBlocks;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.CalendarRuleBuilder;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  private static final CalendarRuleConditions ANY = conditions(null, null, null, List.of(), null);

  @Test
  void prefersPersonalRulesThenPositionThenId() {
    RuleSet rules =
        new RuleSet(
            List.of(
                rule("w", false, 0, ANY),
                rule("b", true, 5, ANY),
                rule("c", true, 1, ANY),
                rule("a", true, 1, ANY)));

    assertThat(rules.proposalFor(TestBlocks.meeting("Planning")).ruleId())
        .isEqualTo(new CalendarRuleId("a"));
  }

  @Test
  void skipsDisabledAndDeletedRules() {
    CalendarRule rule = rule("a", true, 0, ANY);
    assertThat(
            new RuleSet(
                    List.of(
                        rule.with(b -> b.enabled(false)),
                        rule.with(b -> b.deletedAt(Instant.EPOCH))))
                .proposalFor(TestBlocks.meeting("Planning")))
        .isEqualTo(Proposal.NONE);
  }

  @Test
  void matchesEachConditionThatIsSet() {
    assertThat(matches(conditions("plan*", null, null, List.of(), null))).isTrue();
    assertThat(matches(conditions("plan", null, null, List.of(), null))).isFalse();
    assertThat(matches(conditions(null, "acme.example", null, List.of(), null))).isTrue();
    assertThat(matches(conditions(null, "other.example", null, List.of(), null))).isFalse();
    assertThat(matches(conditions(null, null, 60, List.of(), null))).isTrue();
    assertThat(matches(conditions(null, null, 61, List.of(), null))).isFalse();
    // 2026-04-29 is a Wednesday
    assertThat(matches(conditions(null, null, null, List.of(3), null))).isTrue();
    assertThat(matches(conditions(null, null, null, List.of(0, 4), null))).isFalse();
    assertThat(matches(conditions(null, null, null, List.of(), BlockKind.FOCUS))).isFalse();
    assertThat(matches(conditions("plan*", "other.example", null, List.of(), null))).isFalse();
  }

  @Test
  void neverMatchesTheTitleOfAPrivateEvent() {
    RuleSet any =
        new RuleSet(List.of(rule("a", true, 0, conditions("*", null, null, List.of(), null))));

    assertThat(any.proposalFor(TestBlocks.meeting(null))).isEqualTo(Proposal.NONE);
  }

  @Test
  void triesARuleInThePlaceOfTheOneOfItsId() {
    CalendarRuleEffect hides =
        new CalendarRuleEffect(true, null, null, null, null, null, List.of(), null);
    RuleSet rules = new RuleSet(List.of(rule("a", true, 0, ANY)));
    RuleSet tried = rules.with(rule("a", true, 0, ANY).with(b -> b.effect(hides)));

    assertThat(rules.proposalFor(TestBlocks.meeting("x")).hides()).isFalse();
    assertThat(tried.proposalFor(TestBlocks.meeting("x")).hides()).isTrue();
  }

  private static boolean matches(CalendarRuleConditions conditions) {
    return new RuleSet(List.of(rule("a", true, 0, conditions)))
            .proposalFor(TestBlocks.meeting("Planning"))
            .ruleId()
        != null;
  }

  private static CalendarRuleConditions conditions(
      @Nullable String title,
      @Nullable String attendeeDomain,
      @Nullable Integer minMinutes,
      List<Integer> weekdays,
      @Nullable BlockKind kind) {
    return new CalendarRuleConditions(
        title, (CalendarId) null, attendeeDomain, null, minMinutes, null, weekdays, null, kind);
  }

  private static CalendarRule rule(
      String id, boolean personal, int position, CalendarRuleConditions conditions) {
    return CalendarRuleBuilder.builder()
        .id(new CalendarRuleId(id))
        .workspaceId(new WorkspaceId("ws_a"))
        .userId(personal ? new UserId("u_m") : null)
        .position(position)
        .enabled(true)
        .conditions(conditions)
        .effect(new CalendarRuleEffect(false, null, null, null, null, null, List.of("x"), null))
        .createdAt(Instant.EPOCH)
        .updatedAt(Instant.EPOCH)
        .build();
  }
}
