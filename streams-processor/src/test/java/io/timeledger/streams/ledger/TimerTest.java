package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.clock;
import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.Commands.start;
import static io.timeledger.streams.ledger.Commands.stop;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.TimerCommand.DiscardTimer;
import io.timeledger.schemas.command.TimerCommand.FlagRunawayTimer;
import io.timeledger.schemas.command.TimerCommand.StartTimer;
import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.RequiredField;
import io.timeledger.schemas.resource.RoundingStrategy;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimerTest {
  private final LedgerFixture ledger = new LedgerFixture().as(ANN);

  @Test
  void stopsTheEarlierOneInTheSameDecision() {
    ledger.at("2026-06-02T08:00:00Z").when(start()).accepted();

    LedgerFixture.When when = ledger.at("2026-06-02T09:00:00Z").when(start());

    assertThat(when.names())
        .containsExactly(
            "timesheet.created", "timer.stopped", "time_entry.created", "timer.started");
    assertThat(when.accepted().items()).hasSize(2);
    ledger.verifyReplay();
  }

  @ParameterizedTest
  @EnumSource(OverlapPolicy.class)
  void endsTheEarlierOneWhereABackDatedOneBegins(OverlapPolicy policy) {
    ledger.settings(s -> s.overlapPolicy(Patch.of(policy)));
    ledger.at("2026-06-02T08:00:00Z").when(start()).accepted();

    LedgerFixture.When when =
        ledger.at("2026-06-02T09:00:00Z").when(startAt("2026-06-02T08:30:00Z"));

    TimeEntry stopped = (TimeEntry) when.accepted().items().getLast().resource();
    assertThat(requireNonNull(stopped).endedAt()).isEqualTo("2026-06-02T08:30:00Z");
    assertThat(stopped.needsReview()).isFalse();
    assertThat(when.first(TimeEntry.class).needsReview()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(OverlapPolicy.class)
  void leavesNothingOfTheEarlierOneThatBeganLater(OverlapPolicy policy) {
    ledger.settings(s -> s.overlapPolicy(Patch.of(policy)));
    ledger.at("2026-06-02T08:00:00Z").when(start()).accepted();

    LedgerFixture.When when =
        ledger.at("2026-06-02T09:00:00Z").when(startAt("2026-06-02T07:00:00Z"));

    TimeEntry stopped = (TimeEntry) when.accepted().items().getLast().resource();
    assertThat(requireNonNull(stopped).endedAt()).isEqualTo("2026-06-02T08:00:00Z");
    assertThat(when.first(TimeEntry.class).startedAt()).isEqualTo("2026-06-02T07:00:00Z");
    assertThat(when.first(TimeEntry.class).needsReview()).isFalse();
  }

  @Test
  void isRefusedOverFinishedTimeWhereOverlapsAre() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    ledger.at("2026-06-02T08:00:00Z").when(start()).accepted();
    ledger.at("2026-06-02T09:00:00Z").when(stop()).accepted();

    assertThat(ledger.when(startAt("2026-06-02T08:30:00Z")).refusal()).isEqualTo("entry_overlaps");
    assertThat(ledger.when(startAt("2026-06-02T09:00:00Z")).refusal()).isNull();
  }

  @Test
  void takesTheTimeOfAClockThatIsAMinuteAheadAsNow() {
    ledger.at("2026-06-02T08:00:00Z");
    TimeEntry running = ledger.when(startAt("2026-06-02T08:01:00Z")).first(TimeEntry.class);
    assertThat(running.startedAt()).isEqualTo("2026-06-02T08:00:00Z");
    ledger.at("2026-06-02T09:00:00Z");
    TimeEntry moved =
        ledger
            .when(edit(running, b -> b.startedAt(Patch.of(Instant.parse("2026-06-02T09:00:59Z")))))
            .first(TimeEntry.class);
    assertThat(moved.startedAt()).isEqualTo("2026-06-02T09:00:00Z");
    TimeEntry stopped =
        ledger
            .at("2026-06-02T10:00:00.5Z")
            .when(new StopTimer(null, Instant.parse("2026-06-02T10:00:03Z")))
            .first(TimeEntry.class);
    assertThat(stopped.endedAt()).isEqualTo("2026-06-02T10:00:00Z");
  }

  @Test
  void saysHowFarATimeIsAhead() {
    ledger.at("2026-06-02T08:00:00Z");
    assertThat(refusal(startAt("2026-06-02T08:01:01Z"))).startsWith("started_at is 61 seconds");
    TimeEntry running = ledger.when(start()).first(TimeEntry.class);
    assertThat(refusal(new StopTimer(null, Instant.parse("2026-06-02T08:02:00Z"))))
        .startsWith("stopped_at is 120 seconds");
    assertThat(
            refusal(
                edit(running, b -> b.startedAt(Patch.of(Instant.parse("2026-06-02T09:00:00Z"))))))
        .startsWith("started_at is 3600 seconds");
  }

  private String refusal(Command command) {
    return ((Decision.Rejected) ledger.when(command).decision()).problem().message();
  }

  private static StartTimer startAt(String startedAt) {
    return start(b -> b.startedAt(Instant.parse(startedAt)));
  }

  @Test
  void refusesToStopWhatDoesNotRun() {
    assertThat(ledger.when(stop()).refusal()).isEqualTo("no_running_timer");
  }

  @Test
  void stopsInThePastButNotBeforeTheStart() {
    ledger.at("2026-06-02T08:00:00Z").when(start()).accepted();
    ledger.at("2026-06-02T12:00:00Z");

    assertThat(ledger.when(new StopTimer(null, Instant.parse("2026-06-02T07:59:59Z"))).refusal())
        .isEqualTo("validation_failed");
    TimeEntry entry =
        ledger
            .when(new StopTimer(null, Instant.parse("2026-06-02T08:30:00Z")))
            .first(TimeEntry.class);
    assertThat(entry.durationSeconds()).isEqualTo(1800);
  }

  @Test
  void neverRunsBackwardsWhenTheClockDoes() {
    ledger.at("2026-06-02T08:00:05Z").when(start()).accepted();

    TimeEntry entry = ledger.at("2026-06-02T08:00:03Z").when(stop()).first(TimeEntry.class);

    assertThat(entry.durationSeconds()).isZero();
    assertThat(entry.endedAt()).isEqualTo(entry.startedAt());
  }

  @Test
  void keepsAndFlagsWhatRulesWouldRefuse() {
    ledger.settings(
        s ->
            s.requiredFields(Patch.of(Set.of(RequiredField.DESCRIPTION)))
                .overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    ledger.at("2026-06-02T08:00:00Z").when(start()).accepted();

    TimeEntry entry = ledger.at("2026-06-03T12:00:00Z").when(stop()).first(TimeEntry.class);

    assertThat(entry.reviewReason()).isEqualTo("longer_than_24_hours,required_fields_missing");
    assertThat(entry.durationSeconds()).isEqualTo(28 * 3600);
  }

  @Test
  void findsNoDescriptionInWhatCannotBeSeen() {
    ledger.settings(s -> s.requireDescription(Patch.of(true)));

    for (String unseen : List.of(" ", "\u00A0", "\u200B\uFEFF", "\u3164", "\u2800")) {
      assertThat(ledger.when(day("2026-06-01", 60, b -> b.description(unseen))).refusal())
          .isEqualTo("validation_failed");
    }
    ledger.when(day("2026-06-01", 60, b -> b.description("\u200B.\u200B"))).accepted();

    ledger.settings(
        s ->
            s.requireDescription(Patch.of(false))
                .requiredFields(Patch.of(Set.of(RequiredField.DESCRIPTION))));
    assertThat(ledger.when(day("2026-06-01", 60, b -> b.description("\u200B"))).refusal())
        .isEqualTo("validation_failed");
  }

  @Test
  void countsAgainstTheOverlapRuleWhileItRuns() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    ledger.at("2026-06-02T08:00:00Z").when(start()).accepted();

    LedgerFixture.When when =
        ledger
            .at("2026-06-02T10:00:00Z")
            .when(clock("2026-06-02T08:30:00Z", "2026-06-02T09:00:00Z"));

    assertThat(when.refusal()).isEqualTo("entry_overlaps");
  }

  @Test
  void discardsWithoutATrace() {
    ledger.at("2026-06-02T08:00:00Z").when(start()).accepted();

    LedgerFixture.When when = ledger.when(new DiscardTimer(null));

    assertThat(when.names()).containsExactly("time_entry.deleted");
    assertThat(ledger.state().runningTimer(ANN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NEAREST, 449, 0",
    "NEAREST, 450, 900",
    "NEAREST, 1349, 900",
    "UP, 1, 900",
    "UP, 900, 900",
    "DOWN, 1799, 900"
  })
  void roundsTheDurationAndKeepsTheRawOne(RoundingStrategy strategy, long raw, long rounded) {
    ledger.settings(s -> s.roundingMinutes(Patch.of(15)).roundingStrategy(Patch.of(strategy)));
    Instant started = Instant.parse("2026-06-02T08:00:00Z");
    ledger.at(started).when(start()).accepted();

    TimeEntry entry = ledger.at(started.plusSeconds(raw)).when(stop()).first(TimeEntry.class);

    assertThat(entry.durationSeconds()).isEqualTo(raw);
    assertThat(entry.roundedSeconds()).isEqualTo(rounded);
  }

  @Test
  void splitsAtLocalMidnightsAndAddsUpExactly() {
    ledger.settings(
        s ->
            s.midnightPolicy(Patch.of(MidnightPolicy.SPLIT))
                .roundingMinutes(Patch.of(15))
                .roundingStrategy(Patch.of(RoundingStrategy.DOWN)));
    // Berlin: 28 March 22:00 to 30 March 00:10, over the night that the clock skips an hour.
    ledger.at("2026-03-28T21:00:00Z").when(start()).accepted();

    LedgerFixture.When when = ledger.at("2026-03-29T22:10:00Z").when(stop());

    List<TimeEntry> pieces =
        when.events().stream()
            .filter(event -> event.type().wireName().equals("time_entry.created"))
            .map(event -> (TimeEntry) event.data())
            .toList();
    assertThat(pieces)
        .extracting(TimeEntry::durationSeconds)
        .containsExactly(2 * 3600L, 23 * 3600L, 600L);
    assertThat(pieces.stream().mapToLong(TimeEntry::roundedSeconds).sum()).isEqualTo(25 * 3600);
    assertThat(pieces.getLast().roundedSeconds()).isZero();
    assertThat(pieces.subList(1, 3))
        .allSatisfy(piece -> assertThat(piece.splitOf()).isEqualTo(pieces.getFirst().id()));
    ledger.verifyReplay();
  }

  @Test
  void tellsOnceOfARunawayAndStopsItWhereWanted() {
    ledger.settings(s -> s.runawayTimerHoursAutoStop(Patch.of(true)));
    TimeEntry running = ledger.at("2026-06-02T00:00:00Z").when(start()).first(TimeEntry.class);
    FlagRunawayTimer flag = new FlagRunawayTimer(running.id());

    assertThat(ledger.at("2026-06-02T11:59:59Z").whenSystem(flag).names()).isEmpty();
    assertThat(ledger.at("2026-06-02T12:30:00Z").whenSystem(flag).names())
        .containsExactly(
            "timer.runaway", "timesheet.created", "timer.stopped", "time_entry.created");
    assertThat(ledger.whenSystem(flag).names()).isEmpty();
    TimeEntry stopped = ledger.state().entry(running.id()).orElseThrow();
    assertThat(stopped.durationSeconds()).isEqualTo(12 * 3600);
    assertThat(stopped.needsReview()).isTrue();
  }
}
