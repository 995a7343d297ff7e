package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.clock;
import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.Commands.start;
import static io.timeledger.streams.ledger.Commands.stop;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.TimerCommand.DiscardTimer;
import io.timeledger.schemas.command.TimerCommand.FlagRunawayTimer;
import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.RoundingStrategy;
import io.timeledger.schemas.resource.TimeEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// What may happen to an entry while it runs, and to the timers of others.
class RunningEntryTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-02T08:00:00Z").as(ANN);

  @Test
  void isNotBroughtBackByTheClockOnceDiscarded() {
    ledger.settings(s -> s.runawayTimerHoursAutoStop(Patch.of(true)));
    TimeEntry discarded = ledger.when(start()).first(TimeEntry.class);
    ledger.when(new DiscardTimer(null)).accepted();
    TimeEntry next = ledger.when(start()).first(TimeEntry.class);

    LedgerFixture.When when =
        ledger.at("2026-06-02T21:00:00Z").whenSystem(new FlagRunawayTimer(discarded.id()));

    assertThat(when.names()).isEmpty();
    assertThat(ledger.state().runningTimer(ANN)).contains(next);
  }

  @Test
  void keepsEarlierReasonsWhenItRunsAway() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
    ledger.when(clock("2026-06-02T06:00:00Z", "2026-06-02T07:00:00Z")).accepted();
    TimeEntry running =
        ledger
            .when(start(b -> b.startedAt(Instant.parse("2026-06-02T06:30:00Z"))))
            .first(TimeEntry.class);
    assertThat(running.reviewReason()).isEqualTo("overlap");

    TimeEntry flagged =
        ledger
            .at("2026-06-02T21:00:00Z")
            .whenSystem(new FlagRunawayTimer(running.id()))
            .first(TimeEntry.class);

    assertThat(flagged.reviewReason()).isEqualTo("overlap,runaway_timer");
    TimeEntry stopped = ledger.when(stop()).first(TimeEntry.class);
    assertThat(stopped.reviewReason()).isEqualTo("overlap,runaway_timer");
  }

  @Test
  void movesItsStartAndItsDay() {
    TimeEntry running = ledger.when(start()).first(TimeEntry.class);

    TimeEntry moved =
        ledger
            .when(edit(running, b -> b.startedAt(Patch.of(Instant.parse("2026-06-01T20:00:00Z")))))
            .first(TimeEntry.class);

    assertThat(moved.logDate()).isEqualTo(LocalDate.parse("2026-06-01"));
    assertThat(moved.isRunning()).isTrue();
    assertThat(ledger.state().runningTimer(ANN)).contains(moved);
    assertThat(ledger.state().entries(ANN, running.logDate(), running.logDate())).isEmpty();
    TimeEntry stopped = ledger.when(stop()).first(TimeEntry.class);
    assertThat(stopped.durationSeconds()).isEqualTo(12 * 3600);
    ledger.verifyReplay();
  }

  @Test
  void startsNeitherInTheFutureNorBeforeTime() {
    TimeEntry running = ledger.when(start()).first(TimeEntry.class);

    for (String at : new String[] {"2026-06-02T08:01:01Z", "1969-12-31T22:00:00Z"}) {
      assertThat(
              ledger.when(edit(running, b -> b.startedAt(Patch.of(Instant.parse(at))))).refusal())
          .isEqualTo("validation_failed");
      assertThat(ledger.when(start(b -> b.startedAt(Instant.parse(at)))).refusal())
          .isEqualTo("validation_failed");
    }
  }

  @Test
  void isNotMovedOverOtherTimeWhereOverlapsAreRefused() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    ledger.when(clock("2026-06-02T06:00:00Z", "2026-06-02T07:00:00Z")).accepted();
    TimeEntry running = ledger.when(start()).first(TimeEntry.class);

    assertThat(
            ledger
                .when(
                    edit(
                        running, b -> b.startedAt(Patch.of(Instant.parse("2026-06-02T06:30:00Z")))))
                .refusal())
        .isEqualTo("entry_overlaps");
  }

  @Test
  void countsAgainstTheOverlapRuleHoweverLongItRuns() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    ledger.when(start(b -> b.startedAt(Instant.parse("2026-03-01T08:00:00Z")))).accepted();

    assertThat(ledger.when(clock("2026-06-02T06:00:00Z", "2026-06-02T07:00:00Z")).refusal())
        .isEqualTo("entry_overlaps");
  }

  @Test
  void staysWithItsUserAndHasNoEnd() {
    TimeEntry running = ledger.when(start()).first(TimeEntry.class);

    assertThat(ledger.as(OWNER).when(edit(running, b -> b.userId(Patch.of(BEN)))).refusal())
        .isEqualTo("entry_running");
    assertThat(
            ledger
                .when(
                    edit(running, b -> b.endedAt(Patch.of(Instant.parse("2026-06-02T08:00:00Z")))))
                .refusal())
        .isEqualTo("entry_running");
    assertThat(ledger.when(edit(running, b -> b.durationSeconds(Patch.of(60L)))).refusal())
        .isEqualTo("validation_failed");
  }

  @Test
  void takesProjectAndWordsWithoutBecomingTime() {
    TimeEntry running = ledger.when(start()).first(TimeEntry.class);

    LedgerFixture.When when =
        ledger.when(
            edit(
                running,
                b -> b.projectId(Patch.of(new ProjectId("p"))).description(Patch.of("what I do"))));

    assertThat(when.names()).containsExactly("project.created", "time_entry.updated");
    assertThat(when.first(TimeEntry.class).timesheetId()).isNull();
    assertThat(when.first(TimeEntry.class).version()).isEqualTo(2);
  }

  @Test
  void isStartedAndStoppedForOthersByThoseWhoMay() {
    assertThat(ledger.as(BEN).when(start(b -> b.userId(ANN))).refusal()).isEqualTo("not_found");
    assertThat(ledger.as(MANAGER).when(start(b -> b.userId(ANN))).refusal()).isEqualTo("forbidden");
    TimeEntry own = ledger.as(OWNER).when(start()).first(TimeEntry.class);
    TimeEntry other = ledger.when(start(b -> b.userId(ANN))).first(TimeEntry.class);

    assertThat(ledger.state().runningTimer(OWNER)).contains(own);
    assertThat(ledger.state().runningTimer(ANN)).contains(other);
    assertThat(other.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(ledger.as(BEN).when(new StopTimer(ANN, null)).refusal()).isEqualTo("not_found");
    assertThat(ledger.as(OWNER).when(new StopTimer(ANN, null)).first(TimeEntry.class).id())
        .isEqualTo(other.id());
    assertThat(ledger.state().runningTimer(OWNER)).contains(own);
  }

  @Test
  void leavesTheEarlierOneRunningWhenTheNextIsRefused() {
    TimeEntry running = ledger.when(start()).first(TimeEntry.class);

    LedgerFixture.When when =
        ledger.when(start(b -> b.startedAt(Instant.parse("2026-06-02T09:00:00Z"))));

    assertThat(when.refusal()).isEqualTo("validation_failed");
    assertThat(when.events()).isEmpty();
    assertThat(ledger.state().runningTimer(ANN)).contains(running);
  }

  @Test
  void keepsItsRoundingWhenTheEditLeavesTheDuration() {
    ledger.settings(
        s -> s.roundingMinutes(Patch.of(15)).roundingStrategy(Patch.of(RoundingStrategy.UP)));
    ledger.when(start()).accepted();
    TimeEntry stopped = ledger.at("2026-06-02T08:01:00Z").when(stop()).first(TimeEntry.class);
    ledger.settings(s -> s.roundingMinutes(Patch.of(30)));

    TimeEntry zoned =
        ledger
            .when(edit(stopped, b -> b.timezone(Patch.of(ZoneId.of("UTC")))))
            .first(TimeEntry.class);
    TimeEntry longer =
        ledger
            .when(edit(stopped, b -> b.endedAt(Patch.of(Instant.parse("2026-06-02T08:02:00Z")))))
            .first(TimeEntry.class);

    assertThat(zoned.roundedSeconds()).isEqualTo(900);
    assertThat(longer.roundedSeconds()).isEqualTo(1800);
  }

  @Test
  void isNoHindranceToTheTimeOfOthers() {
    ledger.when(start()).accepted();

    assertThat(ledger.as(BEN).when(stop()).refusal()).isEqualTo("no_running_timer");
    assertThat(ledger.when(day("2026-06-01", 60)).refusal()).isNull();
  }
}
