package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static io.timeledger.streams.ledger.LedgerFixture.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.CalendarRuleCommand.DeleteCalendarRule;
import io.timeledger.schemas.command.CalendarRuleCommand.PutCalendarRule;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.BlockKind;
import io.timeledger.schemas.resource.CalendarRule;
import io.timeledger.schemas.resource.CalendarRuleConditions;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.EntityType;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarRuleTest {
  private static final CalendarRuleConditions ANY =
      new CalendarRuleConditions(null, null, null, null, null, null, List.of(), null, null);
  private static final CalendarRuleEffect WEBSITE =
      new CalendarRuleEffect(
          false, new ProjectId("website"), null, null, null, true, List.of("meeting"), null);

  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void isCreatedReplacedAndDeleted() {
    LedgerFixture.When when = ledger.when(put("r", ANN, ANY, WEBSITE));
    assertThat(when.names()).containsExactly("calendar_rule.upserted");
    assertThat(when.first(CalendarRule.class).userId()).isEqualTo(ANN);
    assertThat(ledger.when(put("r", ANN, ANY, WEBSITE)).names()).isEmpty();

    CalendarRule replaced =
        ledger
            .when(put("r", ANN, titled("*1:1*"), CalendarRuleEffect.HIDE))
            .first(CalendarRule.class);
    assertThat(replaced.conditions().title()).isEqualTo("*1:1*");
    assertThat(replaced.version()).isEqualTo(2);

    assertThat(ledger.when(delete("r", 1)).refusal()).isEqualTo("version_mismatch");
    assertThat(ledger.when(delete("r", 2)).names()).containsExactly("calendar_rule.deleted");
    assertThat(ledger.when(delete("r", null)).refusal()).isEqualTo("not_found");
    assertThat(ledger.when(put("r", ANN, ANY, WEBSITE)).first(CalendarRule.class).version())
        .isEqualTo(4);
    ledger.verifyReplay();
  }

  @Test
  void isOfTheWorkspaceOnlyForThoseWhoMaySetItUp() {
    LedgerFixture.When denied = ledger.when(put("r", null, ANY, WEBSITE));
    assertThat(denied.refusal()).isEqualTo("forbidden");
    assertThat(denied.eventNames()).containsExactly("settings.updated.denied");

    ledger.as(OWNER).when(put("r", null, ANY, WEBSITE)).accepted();

    assertThat(ledger.as(ANN).when(delete("r", null)).eventNames())
        .containsExactly("settings.updated.denied");
    assertThat(ledger.state().calendarRules(null)).hasSize(1);
    assertThat(ledger.state().calendarRules(ANN)).isEmpty();
  }

  @Test
  void isNotThereForOthers() {
    ledger.when(put("r", ANN, ANY, WEBSITE)).accepted();

    for (UserId other : List.of(BEN, OWNER)) {
      ledger.as(other);
      assertThat(ledger.when(delete("r", null)).refusal()).isEqualTo("not_found");
      assertThat(faults(ledger.when(put("r", other, ANY, WEBSITE)))).containsExactly("id");
      assertThat(faults(ledger.when(put("r2", ANN, ANY, WEBSITE)))).containsExactly("user_id");
    }
    assertThat(ledger.as(VIEWER).when(put("r3", VIEWER, ANY, WEBSITE)).refusal())
        .isEqualTo("forbidden");
  }

  @Test
  void neverPassesToSomebodyElseWithWhatItSaid() {
    ledger.when(put("r", ANN, titled("*therapy*"), WEBSITE)).accepted();
    ledger.when(delete("r", null)).accepted();

    assertThat(faults(ledger.as(BEN).when(put("r", BEN, ANY, WEBSITE)))).containsExactly("id");
    assertThat(faults(ledger.as(OWNER).when(put("r", null, ANY, WEBSITE)))).containsExactly("id");
  }

  @Test
  void hasRoomForFiftyOfAMemberAndAHundredOfTheWorkspace() {
    for (int i = 0; i < 50; i++) {
      ledger.as(ANN).when(put("a" + i, ANN, ANY, WEBSITE)).accepted();
    }
    for (int i = 0; i < 100; i++) {
      ledger.as(OWNER).when(put("w" + i, null, ANY, WEBSITE)).accepted();
    }

    assertThat(faults(ledger.as(ANN).when(put("a50", ANN, ANY, WEBSITE)))).containsExactly("id");
    assertThat(faults(ledger.as(OWNER).when(put("w100", null, ANY, WEBSITE))))
        .containsExactly("id");
    assertThat(ledger.as(BEN).when(put("b", BEN, ANY, WEBSITE)).refusal()).isNull();
    assertThat(ledger.as(ANN).when(put("a7", ANN, titled("x"), WEBSITE)).refusal()).isNull();
    ledger.when(delete("a7", null)).accepted();
    assertThat(ledger.when(put("a50", ANN, ANY, WEBSITE)).refusal()).isNull();
    assertThat(ledger.when(put("a7", ANN, ANY, WEBSITE)).refusal()).isEqualTo("validation_failed");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void namesWhatIsBroken(
      CalendarRuleConditions conditions, CalendarRuleEffect effect, List<String> fields) {
    assertThat(faults(ledger.when(put("r", ANN, conditions, effect))))
        .containsExactlyInAnyOrderElementsOf(fields);
  }

  static List<Arguments> broken() {
    return List.of(
        Arguments.of(titled("\u200b"), WEBSITE, List.of("conditions.title")),
        Arguments.of(titled("x".repeat(201)), WEBSITE, List.of("conditions.title")),
        Arguments.of(
            new CalendarRuleConditions(
                null, null, "a b", "@example.com", -1, -2, List.of(7), null, BlockKind.FOCUS),
            WEBSITE,
            List.of(
                "conditions.attendee_domain",
                "conditions.organizer_domain",
                "conditions.min_minutes",
                "conditions.max_minutes",
                "conditions.max_minutes",
                "conditions.weekdays")),
        Arguments.of(
            ANY,
            new CalendarRuleEffect(
                true, new ProjectId("p"), null, null, null, null, List.of(), null),
            List.of("effect.hide")),
        Arguments.of(
            ANY,
            new CalendarRuleEffect(false, null, null, null, "deal_7", null, List.of(" "), "\u200b"),
            List.of("effect.entity_id", "effect.tags", "effect.description")),
        Arguments.of(
            ANY,
            new CalendarRuleEffect(
                false,
                null,
                new TaskId("t"),
                EntityType.DEAL,
                null,
                null,
                Collections.nCopies(11, "x"),
                null),
            List.of("effect.entity_id", "effect.task_id", "effect.tags")));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void takesEveryWayToSayWhatTimeIsAbout(CalendarRuleEffect effect) {
    assertThat(ledger.when(put("r", ANN, ANY, effect)).refusal()).isNull();
  }

  static List<CalendarRuleEffect> subjects() {
    return List.of(
        CalendarRuleEffect.HIDE,
        about(null, null, null),
        about(null, new TaskId("t"), null),
        about(EntityType.TASK, new TaskId("t"), null),
        about(EntityType.TASK, null, "t"),
        about(EntityType.DEAL, null, "deal_7"),
        about(EntityType.INTERNAL, null, null),
        about(EntityType.CALENDAR_EVENT, null, null));
  }

  private static CalendarRuleEffect about(
      @Nullable EntityType type, @Nullable TaskId task, @Nullable String id) {
    return new CalendarRuleEffect(false, null, task, type, id, null, List.of(), null);
  }

  private static CalendarRuleConditions titled(String title) {
    return new CalendarRuleConditions(title, null, null, null, null, null, List.of(), null, null);
  }

  private static PutCalendarRule put(
      String id,
      @Nullable UserId owner,
      CalendarRuleConditions conditions,
      CalendarRuleEffect effect) {
    return new PutCalendarRule(new CalendarRuleId(id), owner, 10, true, conditions, effect, null);
  }

  private static DeleteCalendarRule delete(String id, @Nullable Integer ifVersion) {
    return new DeleteCalendarRule(new CalendarRuleId(id), ifVersion);
  }

  private static List<String> faults(LedgerFixture.When when) {
    assertThat(when.refusal()).isEqualTo("validation_failed");
    return ((Decision.Rejected) when.decision())
        .problem().details().stream().map(Problem.Detail::field).toList();
  }
}
