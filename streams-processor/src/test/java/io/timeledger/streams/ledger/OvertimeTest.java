package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.Commands.start;
import static io.timeledger.streams.ledger.Commands.stop;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.RuleCommand.TryOvertime;
import io.timeledger.schemas.resource.Overtime;
import io.timeledger.schemas.resource.TimeEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OvertimeTest {
  private static final long HOUR = 3600;
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-14T20:00:00Z").as(ANN);

  @Test
  void tellsOnceWhenAWeekGoesPastFortyHours() {
    for (int i = 8; i < 12; i++) {
      assertThat(ledger.when(entry(i, 10 * HOUR)).eventNames()).doesNotContain("member.overtime");
    }

    LedgerFixture.When crossing = ledger.when(entry(12, 1));

    assertThat(crossing.names()).containsExactly("time_entry.created", "member.overtime");
    Overtime week = (Overtime) crossing.events().getLast().data();
    assertThat(week.userId()).isEqualTo(ANN);
    assertThat(week.weekStart()).isEqualTo(LocalDate.parse("2026-06-08"));
    assertThat(week.weekEnd()).isEqualTo(LocalDate.parse("2026-06-14"));
    assertThat(week.totalSeconds()).isEqualTo(40 * HOUR + 1);
    assertThat(ledger.when(entry(13, HOUR)).names()).containsExactly("time_entry.created");
    ledger.verifyReplay();
  }

  @Test
  void doesNotTellTwiceWhenTimeGoesAndComesBack() {
    TimeEntry entry = pastTheThreshold();

    ledger.when(new DeleteEntry(entry.id(), null)).accepted();

    assertThat(ledger.when(new RestoreEntry(entry.id(), null)).names())
        .containsExactly("time_entry.restored");
  }

  @Test
  void noticesEditsTimersImportsAndMovesToOthers() {
    fortyHours();
    TimeEntry sunday = ledger.as(BEN).when(entry(14, HOUR)).first(TimeEntry.class);

    assertThat(ledger.as(OWNER).when(edit(sunday, b -> b.userId(Patch.of(ANN)))).names())
        .containsExactly("time_entry.updated", "member.overtime");

    for (int i = 1; i < 5; i++) {
      ledger.as(ANN).when(entry(i, 10 * HOUR)).accepted();
    }
    ImportRow row = new ImportRow(entry(5, HOUR).draft(), null, null, null, null, null, null, null);
    assertThat(ledger.when(new ImportEntries(List.of(row, row))).names())
        .containsExactly("time_entry.created", "time_entry.created", "member.overtime");
  }

  @Test
  void noticesATimerThatStops() {
    fortyHours();
    ledger.when(start()).accepted();
    ledger.at("2026-06-14T21:00:00Z");

    assertThat(ledger.when(stop()).names())
        .containsExactly("timer.stopped", "time_entry.created", "member.overtime");
  }

  @Test
  void keepsToTheThresholdAndTheWeekOfTheWorkspace() {
    ledger.settings(
        s -> s.overtimeWeeklyHours(Patch.of(new BigDecimal("1.5"))).weekStartDay(Patch.of(0)));
    ledger.when(entry(13, HOUR)).accepted();
    assertThat(ledger.when(entry(14, HOUR)).eventNames()).doesNotContain("member.overtime");
    ledger.settings(s -> s.overtimeWeeklyHours(Patch.of(null)));

    assertThat(ledger.when(entry(14, 10 * HOUR)).eventNames()).doesNotContain("member.overtime");
  }

  @Test
  void saysHowAWeekStandsAndChangesNothing() {
    pastTheThreshold();

    LedgerFixture.When when =
        ledger.as(OWNER).when(new TryOvertime(ANN, LocalDate.parse("2026-06-10")));

    assertThat(when.names()).isEmpty();
    Overtime week = when.first(Overtime.class);
    assertThat(week.totalSeconds()).isEqualTo(41 * HOUR);
    assertThat(week.thresholdSeconds()).isEqualTo(40 * HOUR);
    assertThat(week.alertedAt()).isNotNull();
  }

  private TimeEntry pastTheThreshold() {
    fortyHours();
    return ledger.when(entry(12, HOUR)).first(TimeEntry.class);
  }

  private void fortyHours() {
    for (int i = 8; i < 12; i++) {
      ledger.when(entry(i, 10 * HOUR)).accepted();
    }
  }

  private static CreateEntry entry(int dayOfJune, long seconds) {
    return day("2026-06-%02d".formatted(dayOfJune), seconds);
  }
}
