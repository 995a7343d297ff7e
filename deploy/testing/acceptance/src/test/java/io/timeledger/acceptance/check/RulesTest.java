package io.timeledger.acceptance.check;

import static io.timeledger.acceptance.check.Made.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.calendar.AnsweredConversion;
import io.timeledger.acceptance.client.OperationKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final ObservedEntry ONE = entry("te_1", "m1", "", "draft", 180);

  private static Made oneCreated() {
    return new Made()
        .op(OperationKind.CREATE, "m1", "te_1", 201, 10, 20)
        .fact("time_entry.created", "c1", ONE)
        .row(ONE)
        .totals("ws/workspace/ws/2026-01-02", 180, 180)
        .totals("ws/user/u/2026-01-02", 180, 180)
        .reply("c1", "created te_1")
        .reply("c1", "created te_1")
        .promise("accepted");
  }

  @Test
  void allHoldWhereAllIsWell() {
    assertThat(Checker.check(oneCreated().evidence())).allMatch(InvariantResult::holds).hasSize(15);
  }

  @Test
  void namesRulesAsSentences() {
    assertThat(Checker.check(oneCreated().evidence()).get(1).rule())
        .isEqualTo("Acknowledged writes exist once");
  }

  @Test
  void findsAWishWithoutOutcome() {
    Made run = oneCreated().op(OperationKind.CREATE, "m2", null, 0, 30, 40);
    assertThat(run.brokenBy(new EveryOperationHasAnOutcome()))
        .singleElement()
        .asString()
        .contains("m2");
  }

  @Test
  void findsALostWrite() {
    Made run = oneCreated().op(OperationKind.CREATE, "m2", "te_2", 201, 30, 40);
    assertThat(run.brokenBy(new AcknowledgedWritesExistOnce())).hasSize(1);
  }

  @Test
  void findsADoubledWrite() {
    Made run = oneCreated().fact("time_entry.created", "c2", entry("te_2", "m1", "", "draft", 180));
    assertThat(run.brokenBy(new AcknowledgedWritesExistOnce())).hasSize(1);
  }

  @Test
  void findsADoubledWriteThatNobodyWasToldOf() {
    ObservedEntry twice = entry("te_2", "m2", "", "draft", 1);
    Made run =
        oneCreated()
            .op(OperationKind.CREATE, "m2", null, 0, 30, 40)
            .fact("time_entry.created", "c2", twice)
            .fact("time_entry.created", "c3", twice);
    assertThat(run.brokenBy(new AcknowledgedWritesExistOnce())).hasSize(1);
  }

  @Test
  void findsALostEditAndALostDeletion() {
    Made run =
        oneCreated()
            .op(OperationKind.EDIT, "m2", "te_1", 200, 30, 40)
            .op(OperationKind.DELETE, "m3", "te_1", 200, 50, 60);
    assertThat(run.brokenBy(new AcknowledgedWritesExistOnce())).hasSize(2);
  }

  @Test
  void findsARefusedWriteOnTheLog() {
    Made run = oneCreated().op(OperationKind.CREATE_WRONG, "m1", null, 400, 30, 40);
    assertThat(run.brokenBy(new RefusedWritesDoNotExist())).hasSize(1);
  }

  @Test
  void findsTwoOutcomesOfACommand() {
    assertThat(oneCreated().reply("c1", "refused").brokenBy(new OneOutcomePerCommand())).hasSize(1);
  }

  @Test
  void findsACommandDecidedTwice() {
    Made run =
        oneCreated().fact("time_entry.updated", "c2", ONE).fact("time_entry.updated", "c1", ONE);
    assertThat(run.brokenBy(new OneOutcomePerCommand())).hasSize(1);
  }

  @Test
  void findsAPromiseThatIsNotKept() {
    assertThat(oneCreated().promise("pending").brokenBy(new PromisesAreKept())).hasSize(1);
    assertThat(oneCreated().promise("404 not_found").brokenBy(new PromisesAreKept())).hasSize(1);
  }

  @Test
  void findsAWriteThatIsKeptWhileTwoOfThreeBrokersAreAway() {
    Invariant invariant = new WithoutTwoBrokersWritesAreRefused();

    assertThat(outage().attempt(true, 100, 50, 201).brokenBy(invariant)).hasSize(1);
    assertThat(outage().attempt(true, 100, 5000, 202).brokenBy(invariant)).hasSize(1);
    assertThat(outage().attempt(true, 100, 5000, 503).brokenBy(invariant)).isEmpty();
    assertThat(outage().attempt(true, 100, 5, 400).brokenBy(invariant)).as("its form").isEmpty();
    assertThat(outage().attempt(false, 100, 50, 201).brokenBy(invariant)).as("repeated").isEmpty();
    assertThat(outage().attempt(true, 99, 50, 201).brokenBy(invariant))
        .as("begun before")
        .isEmpty();
    assertThat(outage().attempt(true, 9000, 2000, 201).brokenBy(invariant)).as("mended").isEmpty();
  }

  @Test
  void findsAWriteThatWaitsForBrokersForTooLong() {
    Invariant invariant = new WithoutTwoBrokersWritesAreRefused();

    assertThat(outage().attempt(true, 9000, 10_000, 0).brokenBy(invariant)).hasSize(1);
    assertThat(outage().attempt(false, 9000, 8001, 503).brokenBy(invariant)).hasSize(1);
    assertThat(outage().attempt(false, 10_000, 10_000, 0).brokenBy(invariant))
        .as("mended")
        .isEmpty();
  }

  private static Made outage() {
    return oneCreated().outage(100, 10_000);
  }

  @Test
  void findsGapsAndRepetitions() {
    Made gap = oneCreated().fact(new ObservedEvent("evt", "ws", 3, "x", "c2", "h1", "h3", null));
    Made repetition =
        oneCreated().fact(new ObservedEvent("evt", "ws", 1, "x", "c2", "h1", "h2", null));
    Made lateStart = new Made().fact(new ObservedEvent("evt", "ws", 2, "x", "c1", "", "", null));

    assertThat(gap.brokenBy(new SequencesAreGapless())).hasSize(1);
    assertThat(repetition.brokenBy(new SequencesAreGapless())).hasSize(1);
    assertThat(lateStart.brokenBy(new SequencesAreGapless())).hasSize(1);
  }

  @Test
  void findsABrokenChainAndAWrongHash() {
    Made broken =
        oneCreated().fact(new ObservedEvent("evt", "ws", 2, "x", "c2", "other", "h2", null));

    assertThat(broken.brokenBy(new ChainsAreWhole())).hasSize(1);
    assertThat(oneCreated().verdict("broken at 1").brokenBy(new ChainsAreWhole())).hasSize(1);
  }

  @Test
  void findsRowsThatDiffer() {
    assertThat(oneCreated().row(entry("te_1", "m1", "", "draft", 1)).brokenBy(new RowsAreTheFold()))
        .hasSize(1);
    assertThat(oneCreated().row(entry("te_9", "", "", "draft", 1)).brokenBy(new RowsAreTheFold()))
        .hasSize(1);
    assertThat(new Made().fact("time_entry.created", "c1", ONE).brokenBy(new RowsAreTheFold()))
        .hasSize(1);
  }

  @Test
  void findsTotalsThatDiffer() {
    Made sql = oneCreated().totals("ws/user/u/2026-01-02", 181, 180);
    Made topic = oneCreated().totals("ws/user/u/2026-01-02", 180, 179);
    Made tooMany = oneCreated().totals("ws/project/p/2026-01-02", 1, 1);

    assertThat(sql.brokenBy(new RollupsAreTheFold())).hasSize(1);
    assertThat(topic.brokenBy(new RollupsAreTheFold())).hasSize(1);
    assertThat(tooMany.brokenBy(new RollupsAreTheFold())).hasSize(2);
  }

  @Test
  void findsAnEventThatNobodyWasToldOf() {
    Made run = oneCreated().subscribed().fact("time_entry.updated", "c2", ONE);

    assertThat(run.brokenBy(new EventsReachSubscribers()))
        .as("the first came before the subscription")
        .singleElement()
        .asString()
        .contains("evt_3");
    assertThat(run.received("evt_3").received("evt_3").brokenBy(new EventsReachSubscribers()))
        .isEmpty();
  }

  @Test
  void findsBlocksThatAreNotTheTwin() {
    Made run =
        oneCreated()
            .calendars(new CalendarEvidence(1, List.of("ws"), List.of(), List.of(), List.of()));
    assertThat(run.brokenBy(new BlocksAreTheTwin())).containsExactly("ws");
  }

  @Test
  void findsPrivateTitles() {
    Made run = oneCreated().calendars(searched(List.of("log"), "topic t", "table t", "answer a"));
    assertThat(run.brokenBy(new PrivateTitlesStayPrivate()))
        .containsExactly("a private title in log");
  }

  @Test
  void findsThatPrivateTitlesWereNotLookedFor() {
    assertThat(
            oneCreated()
                .calendars(searched(List.of(), "topic t"))
                .brokenBy(new PrivateTitlesStayPrivate()))
        .containsExactly(
            "the search finds nothing in any table", "the search finds nothing in any answer");
    assertThat(
            oneCreated().calendars(CalendarEvidence.NONE).brokenBy(new PrivateTitlesStayPrivate()))
        .isEmpty();
  }

  @Test
  void findsThatNobodyConverted() {
    assertThat(oneCreated().calendars(searched(List.of())).brokenBy(new MeetingsConvertOnce()))
        .containsExactly("none of 1 owners converted a meeting");
  }

  @Test
  void acceptsThatTwoAnswersNameOneEntry() {
    assertThat(converted("te_2", "te_2").brokenBy(new MeetingsConvertOnce())).isEmpty();
  }

  @Test
  void findsAMeetingThatBecameTwoEntries() {
    Made run =
        converted("te_2", "te_2")
            .fact("time_entry.created", "c3", entry("te_3", "blk_1", "", "draft", 180));
    assertThat(run.brokenBy(new MeetingsConvertOnce())).hasSize(3);
  }

  @Test
  void findsAnAnswerThatNamesAnotherEntry() {
    assertThat(converted("te_2", "te_9").brokenBy(new MeetingsConvertOnce()))
        .singleElement()
        .asString()
        .contains("te_9");
  }

  private static Made converted(String first, String second) {
    return oneCreated()
        .fact("time_entry.created", "c2", entry("te_2", "blk_1", "", "draft", 180))
        .calendars(
            new CalendarEvidence(
                1,
                List.of(),
                List.of(
                    new AnsweredConversion("ws", "blk_1", 201, first),
                    new AnsweredConversion("ws", "blk_1", 200, second)),
                List.of(),
                List.of()));
  }

  private static CalendarEvidence searched(List<String> leaks, String... found) {
    return new CalendarEvidence(1, List.of(), List.of(), leaks, List.of(found));
  }
}
