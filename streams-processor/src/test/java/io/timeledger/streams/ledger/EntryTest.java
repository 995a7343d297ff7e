package io.timeledger.streams.ledger;

import static io.timeledger.streams.ledger.Commands.clock;
import static io.timeledger.streams.ledger.Commands.day;
import static io.timeledger.streams.ledger.Commands.edit;
import static io.timeledger.streams.ledger.LedgerFixture.ANN;
import static io.timeledger.streams.ledger.LedgerFixture.BEN;
import static io.timeledger.streams.ledger.LedgerFixture.MANAGER;
import static io.timeledger.streams.ledger.LedgerFixture.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.RequiredField;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.UnknownReferences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntryTest {
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Nested
  class Creating {

    @Test
    void opensTheTimesheetOfItsWeek() {
      LedgerFixture.When when = ledger.when(clock("2026-06-09T08:00:00Z", "2026-06-09T09:30:00Z"));

      assertThat(when.names()).containsExactly("timesheet.created", "time_entry.created");
      TimeEntry entry = when.first(TimeEntry.class);
      assertThat(entry.durationSeconds()).isEqualTo(5400);
      assertThat(entry.hours()).isEqualByComparingTo("1.5");
      assertThat(entry.logDate()).hasToString("2026-06-09");
      ledger.verifyReplay();
    }

    @Test
    void takesItsDayFromTheMembersZone() {
      TimeEntry entry =
          ledger.when(clock("2026-06-08T22:30:00Z", "2026-06-08T23:00:00Z")).first(TimeEntry.class);

      assertThat(entry.logDate()).hasToString("2026-06-09");
      assertThat(entry.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void measuresInstantsOverAChangeOfTheClock() {
      TimeEntry entry =
          ledger.when(clock("2026-03-29T00:30:00Z", "2026-03-29T02:30:00Z")).first(TimeEntry.class);

      assertThat(entry.durationSeconds()).isEqualTo(7200);
    }

    @Test
    void refusesTwoFormsAtOnceAndNone() {
      assertThat(
              ledger
                  .when(
                      clock(
                          "2026-06-09T08:00:00Z",
                          "2026-06-09T09:00:00Z",
                          b -> b.durationSeconds(60L)))
                  .refusal())
          .isEqualTo("validation_failed");
      assertThat(ledger.when(day("2026-06-09", 60, b -> b.durationSeconds(null))).refusal())
          .isEqualTo("validation_failed");
    }

    @Test
    void lastsMoreThanNothingAndAtMostADay() {
      assertThat(ledger.when(day("2026-06-09", 0)).refusal()).isEqualTo("validation_failed");
      assertThat(ledger.when(day("2026-06-09", 86_401)).refusal()).isEqualTo("entry_too_long");
      assertThat(ledger.when(day("2026-06-09", 86_400)).refusal()).isNull();
    }

    @Test
    void staysOutOfTheFutureOfItsMember() {
      ledger.at("2026-06-10T22:30:00Z"); // already the 11th in Berlin

      assertThat(ledger.when(day("2026-06-11", 60)).refusal()).isNull();
      assertThat(ledger.when(day("2026-06-12", 60)).refusal()).isEqualTo("future_entry");
    }

    @Test
    void endsNoLaterThanAClockThatIsAMinuteAheadSays() {
      ledger
          .at("2026-06-10T10:00:00Z")
          .settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
      assertThat(ledger.when(clock("2026-06-10T09:00:00Z", "2026-06-10T10:01:01Z")).refusal())
          .isEqualTo("future_entry");
      TimeEntry entry =
          ledger.when(clock("2026-06-10T09:00:00Z", "2026-06-10T10:01:00Z")).first(TimeEntry.class);
      assertThat(entry.endedAt()).isEqualTo("2026-06-10T10:01:00Z");
      assertThat(
              ledger
                  .when(
                      edit(entry, b -> b.endedAt(Patch.of(Instant.parse("2026-06-10T11:00:00Z")))))
                  .refusal())
          .isEqualTo("future_entry");

      ledger.settings(s -> s.allowFutureEntries(Patch.of(true)));
      TimeEntry later =
          ledger.when(clock("2026-06-10T12:00:00Z", "2026-06-10T13:00:00Z")).first(TimeEntry.class);
      ledger.when(new DeleteEntry(later.id(), null)).accepted();
      ledger.settings(s -> s.allowFutureEntries(Patch.of(false)));
      assertThat(ledger.when(new RestoreEntry(later.id(), null)).refusal())
          .isEqualTo("future_entry");
      // Tomorrow already where the work was done, but done.
      assertThat(
              ledger
                  .when(
                      clock(
                          "2026-06-10T09:10:00Z",
                          "2026-06-10T09:50:00Z",
                          b -> b.timezone(ZoneId.of("Pacific/Kiritimati"))))
                  .refusal())
          .isNull();
    }

    @Test
    void needsAnEntityIdForAllButInternalTime() {
      assertThat(ledger.when(day("2026-06-09", 60, b -> b.entityType(EntityType.TICKET))).refusal())
          .isEqualTo("validation_failed");
      assertThat(
              ledger
                  .when(day("2026-06-09", 60, b -> b.entityType(EntityType.INTERNAL).entityId("x")))
                  .refusal())
          .isEqualTo("validation_failed");
    }

    @Test
    void makesStubsOfUnknownReferencesOrRefusesThem() {
      LedgerFixture.When stubs =
          ledger.when(
              day("2026-06-09", 60, b -> b.projectId(new ProjectId("p")).taskId(new TaskId("t"))));
      assertThat(stubs.names()).contains("task.created", "project.created");

      ledger.settings(s -> s.unknownReferences(Patch.of(UnknownReferences.REJECT)));
      assertThat(ledger.when(day("2026-06-09", 60, b -> b.projectId(new ProjectId("q")))).refusal())
          .isEqualTo("unknown_project");
      assertThat(ledger.when(day("2026-06-09", 60, b -> b.taskId(new TaskId("q")))).refusal())
          .isEqualTo("unknown_task");
    }

    @Test
    void givesBackTheFirstOfAnExternalId() {
      LedgerFixture.When first =
          ledger.when(day("2026-06-09", 60, b -> b.externalSource("jira").externalId("7")));
      LedgerFixture.When second =
          ledger.when(day("2026-06-08", 999, b -> b.externalSource("jira").externalId("7")));

      assertThat(second.names()).isEmpty();
      assertThat(second.accepted().items().getFirst().status()).isEqualTo(Status.EXISTS);
      assertThat(second.first(TimeEntry.class)).isEqualTo(first.first(TimeEntry.class));
    }

    @Test
    void needsTheRequiredFields() {
      ledger.settings(
          s -> s.requiredFields(Patch.of(Set.of(RequiredField.PROJECT, RequiredField.TAGS))));

      assertThat(ledger.when(day("2026-06-09", 60)).refusal()).isEqualTo("validation_failed");
      assertThat(
              ledger
                  .when(
                      day(
                          "2026-06-09",
                          60,
                          b -> b.projectId(new ProjectId("p")).tags(List.of("x"))))
                  .refusal())
          .isNull();
    }

    @Test
    void splitsAtMidnightWhereTheWorkspaceDoes() {
      ledger.settings(s -> s.midnightPolicy(Patch.of(MidnightPolicy.SPLIT)));

      LedgerFixture.When when = ledger.when(clock("2026-06-08T20:00:00Z", "2026-06-08T23:00:00Z"));

      assertThat(when.names())
          .containsExactly("timesheet.created", "time_entry.created", "time_entry.created");
      assertThat(((TimeEntry) when.events().get(2).data()).splitOf())
          .isEqualTo(when.first(TimeEntry.class).id());
    }

    @Test
    void isRefusedForStrangersAndThoseWithoutTheRight() {
      assertThat(ledger.when(day("2026-06-09", 60, b -> b.userId(BEN))).refusal())
          .isEqualTo("not_found");
      assertThat(ledger.as(MANAGER).when(day("2026-06-09", 60, b -> b.userId(BEN))).refusal())
          .isEqualTo("forbidden");
      assertThat(
              ledger
                  .as(OWNER)
                  .when(day("2026-06-09", 60, b -> b.userId(new UserId("nobody"))))
                  .refusal())
          .isEqualTo("unknown_member");
    }
  }

  @Nested
  class Editing {

    @Test
    void makesNoEventOfNoChange() {
      TimeEntry entry = create();

      LedgerFixture.When when =
          ledger.when(edit(entry, b -> b.description(Patch.of(entry.description()))));

      assertThat(when.names()).isEmpty();
      assertThat(when.accepted().items().getFirst().status()).isEqualTo(Status.UNCHANGED);
    }

    @Test
    void risesTheVersionAndTellsTheFormerValues() {
      TimeEntry entry = create();

      LedgerFixture.When when =
          ledger.when(edit(entry, b -> b.description(Patch.of("new")).billable(Patch.of(true))));

      TimeEntry after = when.first(TimeEntry.class);
      assertThat(after.version()).isEqualTo(2);
      assertThat(when.events().getFirst().before()).isEqualTo(entry);
      assertThat(after.sequence()).isEqualTo(when.events().getFirst().sequence());
    }

    @Test
    void clearsWhatCanBeClearedAndRefusesTheRest() {
      TimeEntry entry = create();

      assertThat(
              ledger
                  .when(edit(entry, b -> b.description(Patch.of(null))))
                  .first(TimeEntry.class)
                  .description())
          .isNull();
      assertThat(
              ledger
                  .when(edit(entry, b -> b.userId(Patch.of(null)).logDate(Patch.of(null))))
                  .refusal())
          .isEqualTo("validation_failed");
    }

    @Test
    void movesBetweenWeeks() {
      TimeEntry entry = create();

      LedgerFixture.When when =
          ledger.when(edit(entry, b -> b.logDate(Patch.of(LocalDate.parse("2026-06-01")))));

      assertThat(when.names()).containsExactly("timesheet.created", "time_entry.updated");
      assertThat(when.first(TimeEntry.class).timesheetId()).isNotEqualTo(entry.timesheetId());
    }

    @Test
    void keepsTheFormOfItsTimes() {
      TimeEntry entry = create();

      assertThat(
              ledger
                  .when(
                      edit(
                          entry, b -> b.startedAt(Patch.of(Instant.parse("2026-06-09T08:00:00Z")))))
                  .refusal())
          .isEqualTo("validation_failed");
    }

    @Test
    void isNotAllowedOverMidnightWhereTheWorkspaceSplits() {
      TimeEntry entry =
          ledger.when(clock("2026-06-08T20:00:00Z", "2026-06-08T21:00:00Z")).first(TimeEntry.class);
      ledger.settings(s -> s.midnightPolicy(Patch.of(MidnightPolicy.SPLIT)));

      assertThat(
              ledger
                  .when(
                      edit(entry, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T23:00:00Z")))))
                  .refusal())
          .isEqualTo("crosses_midnight");
    }

    @Test
    void flagsOrRefusesOverlapsAsTheWorkspaceWants() {
      ledger.when(clock("2026-06-08T08:00:00Z", "2026-06-08T09:00:00Z")).accepted();
      ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
      TimeEntry flagged =
          ledger.when(clock("2026-06-08T08:30:00Z", "2026-06-08T09:30:00Z")).first(TimeEntry.class);
      assertThat(flagged.needsReview()).isTrue();

      ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.REJECT)));
      assertThat(ledger.when(clock("2026-06-08T09:00:00Z", "2026-06-08T09:10:00Z")).refusal())
          .isEqualTo("entry_overlaps");
      assertThat(ledger.when(clock("2026-06-08T09:30:00Z", "2026-06-08T09:40:00Z")).refusal())
          .isNull();
    }

    @Test
    void deletesSoftlyAndOnce() {
      TimeEntry entry = create();

      TimeEntry deleted = ledger.when(new DeleteEntry(entry.id(), 1)).first(TimeEntry.class);

      assertThat(deleted.deletedAt()).isNotNull();
      assertThat(ledger.when(new DeleteEntry(entry.id(), null)).refusal()).isEqualTo("not_found");
      ledger.verifyReplay();
    }
  }

  private TimeEntry create() {
    return ledger.when(day("2026-06-09", 3600, b -> b.description("work"))).first(TimeEntry.class);
  }
}
