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
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.DirectoryCommand.DeleteProject;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.command.DirectoryCommand.PutTask;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.RequiredField;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.UnknownReferences;
import io.timeledger.streams.ledger.LedgerFixture.When;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.state.MapStores;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an entry is about, whose it is, and which other records come into being with it.
class EntryAboutTest {
  private static final ProjectId PROJECT = new ProjectId("p");
  private final LedgerFixture ledger = new LedgerFixture().at("2026-06-10T12:00:00Z").as(ANN);

  @Nested
  class AgainstATask {
    @Test
    void isOfThatTaskAndNoOther() {
      assertThat(
              ledger
                  .when(
                      day(
                          "2026-06-09",
                          60,
                          b -> b.entityType(EntityType.TASK).entityId("a").taskId(new TaskId("b"))))
                  .refusal())
          .isEqualTo("validation_failed");
      TimeEntry entry = onTask("a");
      assertThat(
              ledger
                  .when(
                      edit(entry, b -> b.entityId(Patch.of("b")).taskId(Patch.of(new TaskId("c")))))
                  .refusal())
          .isEqualTo("validation_failed");
    }

    @Test
    void changesBothFieldsByEither() {
      TimeEntry byTask =
          ledger
              .when(edit(onTask("a"), b -> b.taskId(Patch.of(new TaskId("b")))))
              .first(TimeEntry.class);
      TimeEntry byEntity =
          ledger.when(edit(onTask("a"), b -> b.entityId(Patch.of("c")))).first(TimeEntry.class);

      assertThat(byTask.entityId()).isEqualTo("b");
      assertThat(byEntity.taskId()).isEqualTo(new TaskId("c"));
    }

    @Test
    void leavesTheTaskBehindWhenItTurnsToSomethingElse() {
      TimeEntry entry = onTask("a");

      assertThat(ledger.when(edit(entry, b -> b.entityType(Patch.of(EntityType.TICKET)))).refusal())
          .isEqualTo("validation_failed");
      TimeEntry ticket =
          ledger
              .when(
                  edit(
                      entry,
                      b -> b.entityType(Patch.of(EntityType.TICKET)).entityId(Patch.of("k"))))
              .first(TimeEntry.class);
      assertThat(ticket.entityId()).isEqualTo("k");
      assertThat(ticket.taskId()).isNull();
    }

    @Test
    void isReachedFromOtherKindsByNamingTheTask() {
      TimeEntry ticket =
          ledger
              .when(day("2026-06-09", 60, b -> b.entityType(EntityType.TICKET).entityId("k")))
              .first(TimeEntry.class);

      assertThat(ledger.when(edit(ticket, b -> b.entityType(Patch.of(EntityType.TASK)))).refusal())
          .isEqualTo("validation_failed");
      TimeEntry task =
          ledger
              .when(
                  edit(
                      ticket,
                      b ->
                          b.entityType(Patch.of(EntityType.TASK))
                              .taskId(Patch.of(new TaskId("t")))))
              .first(TimeEntry.class);
      assertThat(task.entityId()).isEqualTo("t");
      assertThat(task.taskId()).isEqualTo(new TaskId("t"));
    }

    @Test
    void keepsItsProjectWhenTheNewTaskHasNone() {
      ledger.as(OWNER).when(new PutTask(new TaskId("loose"), "L", null, null, null, null));
      TimeEntry entry =
          ledger
              .as(ANN)
              .when(day("2026-06-09", 60, b -> b.projectId(PROJECT)))
              .first(TimeEntry.class);

      TimeEntry after =
          ledger
              .when(edit(entry, b -> b.taskId(Patch.of(new TaskId("loose")))))
              .first(TimeEntry.class);

      assertThat(after.projectId()).isEqualTo(PROJECT);
    }

    @Test
    void refusesAnIdThatIsNone() {
      assertThat(ledger.when(edit(onTask("a"), b -> b.entityId(Patch.of("a/b")))).refusal())
          .isEqualTo("validation_failed");
    }

    private TimeEntry onTask(String task) {
      return ledger
          .when(day("2026-06-09", 60, b -> b.taskId(new TaskId(task))))
          .first(TimeEntry.class);
    }
  }

  @Nested
  class OfAProject {
    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"create", "import", "timer", "move", "task", "running entry"})
    void isRefusedWhenArchivedOrDeletedByWhicheverDoor(String door) {
      TimeEntry entry = ledger.when(day("2026-06-08", 60)).first(TimeEntry.class);
      TimeEntry running = ledger.as(BEN).when(start()).first(TimeEntry.class);
      ledger
          .as(OWNER)
          .when(new PutTask(new TaskId("t1"), "T", PROJECT, null, null, null))
          .accepted();
      for (boolean deleted : new boolean[] {false, true}) {
        ledger
            .as(OWNER)
            .when(new PutProject(PROJECT, "P", null, null, null, true, null))
            .accepted();
        if (deleted) {
          ledger.when(new DeleteProject(PROJECT, null)).accepted();
        }
        EntryDraft draft = day("2026-06-09", 60, b -> b.projectId(PROJECT)).draft();
        When when =
            switch (door) {
              case "create" -> ledger.as(ANN).when(new CreateEntry(draft));
              case "import" ->
                  ledger
                      .as(ANN)
                      .when(
                          new ImportEntries(
                              List.of(
                                  new ImportRow(draft, null, null, null, null, "P", null, null))));
              case "timer" -> ledger.as(ANN).when(start(b -> b.projectId(PROJECT)));
              case "move" -> ledger.as(ANN).when(edit(entry, b -> b.projectId(Patch.of(PROJECT))));
              case "task" ->
                  ledger.as(ANN).when(day("2026-06-09", 60, b -> b.taskId(new TaskId("t1"))));
              default -> ledger.as(BEN).when(edit(running, b -> b.projectId(Patch.of(PROJECT))));
            };

        assertThat(when.events()).isEmpty();
        assertThat(
                door.equals("import")
                    ? Objects.requireNonNull(when.accepted().items().getFirst().problem())
                        .code()
                        .wireName()
                    : when.refusal())
            .isEqualTo("project_archived");
      }
    }

    @Test
    void keepsAndFlagsATimerThatStopsOnAnArchivedOne() {
      ledger.when(start(b -> b.projectId(PROJECT))).accepted();
      ledger.as(OWNER).when(new PutProject(PROJECT, "P", null, null, null, true, null)).accepted();

      TimeEntry stopped = ledger.as(ANN).when(stop()).first(TimeEntry.class);

      assertThat(stopped.projectId()).isEqualTo(PROJECT);
      assertThat(stopped.reviewReason()).isEqualTo("project_archived");
    }

    @Test
    void takesTimeAgainOnceItIsPutBack() {
      ledger.as(OWNER).when(new PutProject(PROJECT, "P", null, null, null, false, null)).accepted();
      ledger.when(new DeleteProject(PROJECT, null)).accepted();
      assertThat(ledger.when(new DeleteProject(PROJECT, null)).refusal()).isEqualTo("not_found");
      ledger.when(new PutProject(PROJECT, "P", null, null, null, false, null)).accepted();

      ledger.as(ANN).when(day("2026-06-09", 60, b -> b.projectId(PROJECT))).accepted();
    }

    @Test
    void takesTimeOnACompletedTask() {
      ledger
          .as(OWNER)
          .when(new PutTask(new TaskId("t"), "T", null, null, LedgerFixture.START, null))
          .accepted();

      ledger.as(ANN).when(day("2026-06-09", 60, b -> b.taskId(new TaskId("t")))).accepted();
    }

    @Test
    void staysOnOldEntriesWhenDeleted() {
      TimeEntry entry =
          ledger.when(day("2026-06-09", 60, b -> b.projectId(PROJECT))).first(TimeEntry.class);
      ledger.as(OWNER).when(new DeleteProject(PROJECT, null)).accepted();
      ledger.settings(s -> s.unknownReferences(Patch.of(UnknownReferences.REJECT)));

      TimeEntry edited =
          ledger
              .as(ANN)
              .when(edit(entry, b -> b.description(Patch.of("later"))))
              .first(TimeEntry.class);

      assertThat(edited.projectId()).isEqualTo(PROJECT);
    }

    @Test
    void refusesAnUnknownClientWhereTheWorkspaceWantsKnownOnes() {
      PutProject put = new PutProject(PROJECT, "P", new ClientId("acme"), null, null, false, null);
      ledger.settings(s -> s.unknownReferences(Patch.of(UnknownReferences.REJECT)));
      assertThat(ledger.as(OWNER).when(put).refusal()).isEqualTo("unknown_client");
      ledger.settings(s -> s.unknownReferences(Patch.of(UnknownReferences.ACCEPT)));

      assertThat(ledger.when(put).names()).containsExactly("client.created", "project.created");
    }
  }

  @Nested
  class OfAUser {
    @Test
    void movesToAnotherByThoseWhoMayWriteForAll() {
      TimeEntry entry = ledger.when(day("2026-06-09", 60)).first(TimeEntry.class);

      var when = ledger.as(OWNER).when(edit(entry, b -> b.userId(Patch.of(BEN))));

      assertThat(when.names()).containsExactly("timesheet.created", "time_entry.updated");
      TimeEntry moved = when.first(TimeEntry.class);
      assertThat(when.events().getLast().before()).isEqualTo(entry);
      assertThat(moved.timesheetId()).isNotEqualTo(entry.timesheetId());
      assertThat(ledger.state().entries(ANN, entry.logDate(), entry.logDate())).isEmpty();
      assertThat(ledger.state().entries(BEN, entry.logDate(), entry.logDate()))
          .containsExactly(moved);
      ledger.verifyReplay();
    }

    @Test
    void doesNotTellThoseWhoMayNotWhoIsAMember() {
      TimeEntry entry = ledger.when(day("2026-06-09", 60)).first(TimeEntry.class);

      assertThat(ledger.when(edit(entry, b -> b.userId(Patch.of(BEN)))).refusal())
          .isEqualTo("forbidden");
      assertThat(ledger.when(edit(entry, b -> b.userId(Patch.of(new UserId("x"))))).refusal())
          .isEqualTo("forbidden");
      assertThat(
              ledger
                  .as(OWNER)
                  .when(edit(entry, b -> b.userId(Patch.of(new UserId("x")))))
                  .refusal())
          .isEqualTo("unknown_member");
    }

    @Test
    void needsBothPeriodsOpen() {
      TimeEntry entry = ledger.when(day("2026-06-09", 60)).first(TimeEntry.class);
      TimeEntry bens = ledger.as(BEN).when(day("2026-06-09", 60)).first(TimeEntry.class);
      ledger.when(new SubmitTimesheet(Objects.requireNonNull(bens.timesheetId()), null)).accepted();

      assertThat(ledger.as(OWNER).when(edit(entry, b -> b.userId(Patch.of(BEN)))).refusal())
          .isEqualTo("timesheet_locked");
      assertThat(ledger.when(edit(bens, b -> b.userId(Patch.of(ANN)))).refusal())
          .isEqualTo("timesheet_locked");
    }
  }

  @Nested
  class ByExternalId {
    @Test
    void isFreeOnceTheEntryIsDeleted() {
      TimeEntry first = external("7").first(TimeEntry.class);
      ledger.when(new DeleteEntry(first.id(), null)).accepted();

      TimeEntry second = external("7").first(TimeEntry.class);

      assertThat(second.id()).isNotEqualTo(first.id());
      assertThat(external("7").first(TimeEntry.class)).isEqualTo(second);
      assertThat(ledger.when(new RestoreEntry(first.id(), null)).refusal())
          .isEqualTo("external_id_taken");
      ledger.when(new DeleteEntry(second.id(), null)).accepted();
      TimeEntry back = ledger.when(new RestoreEntry(first.id(), null)).first(TimeEntry.class);
      assertThat(external("7").first(TimeEntry.class)).isEqualTo(back);
      ledger.verifyReplay();
    }

    @Test
    void isFreeInAStateThatKeptItForADeletedEntry() {
      MapStores stores = new MapStores();
      LedgerState old = new LedgerState(LedgerFixture.WORKSPACE, stores);
      TimeEntry entry = external("7").first(TimeEntry.class);
      old.put(entry, null);
      old.put(entry.with(b -> b.deletedAt(LedgerFixture.START)), null);

      assertThat(old.entryByExternalId("jira", "7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\ufeff\u2060", "\t", "\u3164"})
    void isNoneWhenNothingOfItIsVisible(String blank) {
      var first = ledger.when(external(blank, blank));
      var second = ledger.when(external(blank, blank));

      assertThat(first.first(TimeEntry.class).id())
          .isNotEqualTo(second.first(TimeEntry.class).id());
      assertThat(second.first(TimeEntry.class).externalSource()).isNull();
      assertThat(second.first(TimeEntry.class).externalId()).isNull();
      assertThat(fault(ledger.when(external("jira", blank)))).isEqualTo("external_id");
      assertThat(fault(ledger.when(external(blank, "7")))).isEqualTo("external_source");
      ledger.when(start(b -> b.externalSource(blank).externalId(blank))).accepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeledger:calendar", "timeledger:", " Timeledger:x"})
    void isRefusedForAReservedSource(String source) {
      assertThat(fault(ledger.when(external(source, "7")))).isEqualTo("external_source");
      ImportRow row =
          new ImportRow(external(source, "7").draft(), null, null, null, null, null, null, null);
      assertThat(ledger.when(new ImportEntries(List.of(row))).names()).isEmpty();
    }

    private static String fault(LedgerFixture.When when) {
      assertThat(when.refusal()).isEqualTo("validation_failed");
      return ((Decision.Rejected) when.decision()).problem().details().getFirst().field();
    }

    @Test
    void doesNotTellOthersItsId() {
      TimeEntry first = external("7").first(TimeEntry.class);

      var probe = ledger.as(BEN).when(external("jira", "7"));

      assertThat(probe.refusal()).isEqualTo("not_found");
      assertThat(probe.decision().toString()).doesNotContain(first.id().value());
    }

    private LedgerFixture.When external(String id) {
      return ledger.when(external("jira", id));
    }

    private io.timeledger.schemas.command.EntryCommand.CreateEntry external(
        String source, String id) {
      return day("2026-06-09", 60, b -> b.externalSource(source).externalId(id));
    }
  }

  @Nested
  class Imported {
    @Test
    void makesMembersForAdministratorsOnly() {
      ImportEntries rows = new ImportEntries(List.of(row(new UserId("u_new"))));
      EnumSet<Permission> writeAll = EnumSet.of(Permission.WRITE, Permission.WRITE_ALL);

      assertThat(problem(ledger.as(OWNER).when("i1", rows, writeAll))).isEqualTo("unknown_member");
      assertThat(problem(ledger.as(ANN).when("i2", rows, writeAll))).isEqualTo("not_found");
      assertThat(problem(ledger.as(MANAGER).when(rows))).isEqualTo("forbidden");
      assertThat(ledger.state().member(new UserId("u_new"))).isEmpty();
      assertThat(ledger.state().project(PROJECT)).isEmpty();
      assertThat(ledger.as(OWNER).when(rows).accepted().items().getFirst().status())
          .isEqualTo(Status.CREATED);
      assertThat(ledger.state().client(new ClientId("c")).orElseThrow().name()).isEqualTo("Client");
      assertThat(ledger.state().project(PROJECT).orElseThrow().clientId())
          .isEqualTo(new ClientId("c"));
    }

    private String problem(LedgerFixture.When when) {
      ReplyItem item = when.accepted().items().getFirst();
      assertThat(when.events()).isEmpty();
      return Objects.requireNonNull(item.problem()).code().wireName();
    }

    private ImportRow row(UserId user) {
      return new ImportRow(
          EntryDraftBuilder.builder()
              .userId(user)
              .logDate(LocalDate.parse("2026-06-08"))
              .durationSeconds(60L)
              .projectId(PROJECT)
              .build(),
          "New",
          "new@example.com",
          new ClientId("c"),
          "Client",
          "Project",
          null,
          null);
    }
  }

  @Nested
  class ForReview {
    @Test
    void hasEachReasonOnce() {
      ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
      ledger.when(clock("2026-06-08T08:00:00Z", "2026-06-08T09:00:00Z")).accepted();
      TimeEntry flagged =
          ledger.when(clock("2026-06-08T08:30:00Z", "2026-06-08T09:30:00Z")).first(TimeEntry.class);

      TimeEntry again =
          ledger
              .when(edit(flagged, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T09:40:00Z")))))
              .first(TimeEntry.class);

      assertThat(again.reviewReason()).isEqualTo("overlap");
    }

    private TimeEntry first() {
      ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
      return ledger
          .when(clock("2026-06-08T08:00:00Z", "2026-06-08T09:00:00Z"))
          .first(TimeEntry.class);
    }

    private TimeEntry second() {
      TimeEntry flagged =
          ledger.when(clock("2026-06-08T08:30:00Z", "2026-06-08T09:30:00Z")).first(TimeEntry.class);
      assertThat(flagged.reviewReason()).isEqualTo("overlap");
      return flagged;
    }

    private TimeEntry now(TimeEntry entry) {
      return ledger.state().entry(entry.id()).orElseThrow();
    }

    @Test
    void isOverOnceTheOtherEntryIsShortenedMovedOrDeleted() {
      TimeEntry first = first();
      TimeEntry flagged = second();
      var when =
          ledger.when(edit(first, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T08:30:00Z")))));
      assertThat(when.names()).containsExactly("time_entry.updated", "time_entry.updated");
      assertThat(when.accepted().items()).hasSize(1);
      assertThat(now(flagged).needsReview()).isFalse();
      assertThat(now(flagged).reviewReason()).isNull();

      TimeEntry third =
          ledger.when(clock("2026-06-08T09:00:00Z", "2026-06-08T10:00:00Z")).first(TimeEntry.class);
      assertThat(third.reviewReason()).isEqualTo("overlap");
      assertThat(ledger.when(new DeleteEntry(flagged.id(), null)).names())
          .containsExactly("time_entry.deleted", "time_entry.updated");
      assertThat(now(third).needsReview()).isFalse();
      ledger.verifyReplay();
    }

    @Test
    void isOverOnceItsOwnTimeIsRepairedAndNotWhileAnyOverlapIsLeft() {
      TimeEntry first = first();
      TimeEntry flagged = second();
      ledger.when(clock("2026-06-08T09:10:00Z", "2026-06-08T09:20:00Z")).accepted();
      ledger.when(new DeleteEntry(first.id(), null)).accepted();
      assertThat(now(flagged).reviewReason()).isEqualTo("overlap");

      TimeEntry repaired =
          ledger
              .when(edit(flagged, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T09:10:00Z")))))
              .first(TimeEntry.class);
      assertThat(repaired.needsReview()).isFalse();
    }

    @Test
    void isOverForAnEntryOfALockedTimesheetTooWhichStaysAsItIs() {
      ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
      TimeEntry sunday =
          ledger.when(clock("2026-06-07T21:00:00Z", "2026-06-08T09:00:00Z")).first(TimeEntry.class);
      TimeEntry flagged = second();
      ledger.when(new SubmitTimesheet(requireNonNull(flagged.timesheetId()), null)).accepted();

      ledger.when(new DeleteEntry(sunday.id(), null)).accepted();

      assertThat(now(flagged).needsReview()).isFalse();
      assertThat(now(flagged).status()).isEqualTo(EntryStatus.SUBMITTED);
      assertThat(now(flagged).endedAt()).isEqualTo(flagged.endedAt());
    }

    @Test
    void staysWhenAPersonOrWhatHappenedAskedForIt() {
      TimeEntry first = first();
      TimeEntry flagged = second();
      ledger.as(OWNER).when(edit(first, b -> b.needsReview(Patch.of(true)))).accepted();
      TimeEntry both =
          ledger
              .when(edit(first, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T08:50:00Z")))))
              .first(TimeEntry.class);
      assertThat(both.reviewReason()).isEqualTo("requested,overlap");
      ledger.when(new DeleteEntry(flagged.id(), null)).accepted();
      assertThat(now(first).reviewReason()).isEqualTo("requested");
    }

    @Test
    void staysWhenAPersonAsksForItWhileAnotherReasonStands() {
      TimeEntry first = first();
      TimeEntry flagged = second();
      TimeEntry asked =
          ledger
              .as(OWNER)
              .when(edit(flagged, b -> b.needsReview(Patch.of(true))))
              .first(TimeEntry.class);
      assertThat(asked.reviewReason()).isEqualTo("overlap,requested");

      ledger.when(new DeleteEntry(first.id(), null)).accepted();

      assertThat(now(flagged).reviewReason()).isEqualTo("requested");
    }

    @Test
    void isOverOnceMissingFieldsAreThereAndTheTimeIsOfADay() {
      ledger.settings(s -> s.requiredFields(Patch.of(Set.of(RequiredField.DESCRIPTION))));
      ledger.at("2026-06-08T08:00:00Z").when(start()).accepted();
      TimeEntry stopped = ledger.at("2026-06-09T09:00:00Z").when(stop()).first(TimeEntry.class);
      assertThat(stopped.reviewReason()).isEqualTo("longer_than_24_hours,required_fields_missing");

      TimeEntry told =
          ledger.when(edit(stopped, b -> b.description(Patch.of("it")))).first(TimeEntry.class);
      assertThat(told.reviewReason()).isEqualTo("longer_than_24_hours");
      TimeEntry shorter =
          ledger
              .when(edit(told, b -> b.endedAt(Patch.of(Instant.parse("2026-06-08T18:00:00Z")))))
              .first(TimeEntry.class);
      assertThat(shorter.needsReview()).isFalse();
    }

    @Test
    void isClearedByOthersThanItsOwner() {
      ledger.settings(s -> s.overlapPolicy(Patch.of(OverlapPolicy.WARN)));
      ledger.when(clock("2026-06-08T08:00:00Z", "2026-06-08T09:00:00Z")).accepted();
      TimeEntry flagged =
          ledger.when(clock("2026-06-08T08:30:00Z", "2026-06-08T09:30:00Z")).first(TimeEntry.class);

      assertThat(ledger.when(edit(flagged, b -> b.needsReview(Patch.of(false)))).refusal())
          .isEqualTo("forbidden");
      TimeEntry cleared =
          ledger
              .as(OWNER)
              .when(edit(flagged, b -> b.needsReview(Patch.of(false))))
              .first(TimeEntry.class);
      assertThat(cleared.needsReview()).isFalse();
      assertThat(cleared.reviewReason()).isNull();
    }
  }

  @Test
  void doesNotReachIntoTheFutureByItsLaterPieces() {
    ledger.settings(s -> s.midnightPolicy(Patch.of(MidnightPolicy.SPLIT)));

    assertThat(ledger.when(clock("2026-06-10T20:00:00Z", "2026-06-11T02:00:00Z")).refusal())
        .isEqualTo("future_entry");
  }
}
