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

import io.timeledger.schemas.command.DirectoryCommand.DeleteProject;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.command.DirectoryCommand.PutTask;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
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
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.UnknownReferences;
import io.timeledger.streams.ledger.LedgerFixture.When;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
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

      When when = ledger.as(OWNER).when(edit(entry, b -> b.userId(Patch.of(BEN))));

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

  @Test
  void doesNotReachIntoTheFutureByItsLaterPieces() {
    ledger.settings(s -> s.midnightPolicy(Patch.of(MidnightPolicy.SPLIT)));

    assertThat(ledger.when(clock("2026-06-10T20:00:00Z", "2026-06-11T02:00:00Z")).refusal())
        .isEqualTo("future_entry");
  }
}
