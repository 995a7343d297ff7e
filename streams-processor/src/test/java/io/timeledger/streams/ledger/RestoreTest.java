package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.clock;
import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.start;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.TimerCommand.DiscardTimer;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RestoreTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Test
  void bringsADeletedEntryBackAsItWas() {
    TimeEntry entry = ledger.when(day("2026-06-09", 3600)).first(TimeEntry.class);
    ledger.when(new DeleteEntry(entry.id(), null)).accepted();

    LedgerFixture.When when = ledger.when(new RestoreEntry(entry.id(), 2));

    assertThat(when.names()).containsExactly("time_entry.restored");
    TimeEntry back = when.first(TimeEntry.class);
    assertThat(back.deletedAt()).isNull();
    assertThat(back.version()).isEqualTo(3);
    assertThat(
            back.with(
                b ->
                    b.version(entry.version())
                        .sequence(entry.sequence())
                        .updatedAt(entry.updatedAt())))
        .isEqualTo(entry);
    assertThat(ledger.state().entries(ANN, entry.logDate(), entry.logDate())).containsExactly(back);
    ledger.verifyReplay();
  }

  @Test
  void leavesAnEntryThatIsThereAsItIs() {
    TimeEntry entry = ledger.when(day("2026-06-09", 3600)).first(TimeEntry.class);

    assertThat(ledger.when(new RestoreEntry(entry.id(), null)).names()).isEmpty();
  }

  @Test
  void isForThoseWhoMayWriteIt() {
    TimeEntry entry = deleted();

    assertThat(ledger.as(BEN).when(new RestoreEntry(entry.id(), null)).refusal())
        .isEqualTo("not_found");
    assertThat(ledger.as(ANN).when(new RestoreEntry(entry.id(), 1)).refusal())
        .isEqualTo("version_mismatch");
    ledger.as(OWNER).when(new RestoreEntry(entry.id(), null)).accepted();
  }

  @Test
  void isRefusedInALockedPeriod() {
    TimeEntry other = ledger.when(day("2026-06-08", 3600)).first(TimeEntry.class);
    TimeEntry entry = deleted();
    ledger.when(new SubmitTimesheet(Objects.requireNonNull(other.timesheetId()), null)).accepted();

    assertThat(ledger.when(new RestoreEntry(entry.id(), null)).refusal())
        .isEqualTo("timesheet_locked");
  }

  @Test
  void isRefusedWhereItWouldOverlap() {
    ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
    TimeEntry entry =
        ledger.when(clock("2026-06-09T08:00:00Z", "2026-06-09T10:00:00Z")).first(TimeEntry.class);
    ledger.when(new DeleteEntry(entry.id(), null)).accepted();
    ledger.when(clock("2026-06-09T09:00:00Z", "2026-06-09T11:00:00Z")).accepted();

    assertThat(ledger.when(new RestoreEntry(entry.id(), null)).refusal())
        .isEqualTo("entry_overlaps");
  }

  @Test
  void isRefusedOnAnArchivedProject() {
    ProjectId project = new ProjectId("p");
    TimeEntry entry =
        ledger.when(day("2026-06-09", 60, b -> b.projectId(project))).first(TimeEntry.class);
    ledger.when(new DeleteEntry(entry.id(), null)).accepted();
    ledger.as(OWNER).when(new PutProject(project, "P", null, null, null, true, null)).accepted();

    assertThat(ledger.as(ANN).when(new RestoreEntry(entry.id(), null)).refusal())
        .isEqualTo("project_archived");
  }

  @Test
  void isRefusedForAMemberWhoLeft() {
    TimeEntry entry = deleted();
    ledger.as(OWNER).when(new DeactivateMember(ANN, null)).accepted();

    assertThat(ledger.when(new RestoreEntry(entry.id(), null)).refusal())
        .isEqualTo("member_inactive");
  }

  @Test
  void letsADiscardedTimerRunAgainUnlessAnotherRuns() {
    TimeEntry timer = ledger.when(start()).first(TimeEntry.class);
    ledger.when(new DiscardTimer(null)).accepted();
    TimeEntry other = ledger.when(start()).first(TimeEntry.class);
    assertThat(ledger.when(new RestoreEntry(timer.id(), null)).refusal())
        .isEqualTo("timer_running");
    assertThat(ledger.state().runningTimer(ANN).orElseThrow().id()).isEqualTo(other.id());
    ledger.when(new DiscardTimer(null)).accepted();

    ledger.when(new RestoreEntry(timer.id(), null)).accepted();

    assertThat(ledger.state().runningTimer(ANN).orElseThrow().id()).isEqualTo(timer.id());
    ledger.verifyReplay();
  }

  private TimeEntry deleted() {
    TimeEntry entry = ledger.when(day("2026-06-09", 3600)).first(TimeEntry.class);
    ledger.when(new DeleteEntry(entry.id(), null)).accepted();
    return entry;
  }
}
