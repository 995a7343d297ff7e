package io.timeledger.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.ApprovalCommand.PutApprovalRoute;
import io.timeledger.schemas.command.BatchItem;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.DirectoryCommand.PutTeam;
import io.timeledger.schemas.command.EntryCommand.BatchEntries;
import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryCommand.DeleteEntry;
import io.timeledger.schemas.command.EntryCommand.ReplaceDays;
import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.command.EntryDraftBuilder;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.command.ImportedDay;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.Preview;
import io.timeledger.schemas.command.TimesheetCommand.AnnotateTimesheet;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.RouteScope;
import io.timeledger.schemas.restricted.RequestInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandCodecTest {
  private final CommandCodec codec = new CommandCodec();

  @ParameterizedTest
  @MethodSource("commands")
  void readsWhatItWrites(Command command) {
    CommandEnvelope envelope =
        new CommandEnvelope(
            "cmd_1",
            new WorkspaceId("ws_1"),
            new Actor(new UserId("u"), Set.of(Permission.READ_ALL), null, CommandOrigin.API),
            "hash",
            RequestInfo.NONE,
            command);

    assertThat(codec.read(codec.write(envelope))).isEqualTo(envelope);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"id\":\"x\",\"workspace_id\":\"a/b\",\"type\":\"create_entry\",\"command\":{}}",
        "{\"id\":\"x\",\"workspace_id\":\"w\",\"type\":\"no_such\",\"command\":{}}",
        "{\"id\":\"x\",\"workspace_id\":\"w\",\"type\":\"batch_entries\",\"command\":{\"items\":[{}]}}",
        "{\"id\":\"x\",\"workspace_id\":\"w\",\"type\":\"preview\",\"command\":{}}",
        "{\"id\":\"x\",\"workspace_id\":\"w\",\"type\":\"preview\",\"command\":{\"type\":\"preview\",\"command\":{}}}"
      })
  void callsOtherBytesMalformed(String json) {
    assertThatThrownBy(() -> codec.read(json.getBytes(UTF_8)))
        .isInstanceOf(MalformedException.class);
  }

  /// Commands of earlier releases are on the log under these names: add to them, change none.
  @Test
  void keepsTheNamesOfCommands() {
    assertThat(CommandCodec.types())
        .containsExactlyInAnyOrder(
            "annotate_timesheet",
            "approve_timesheet",
            "approve_timesheets",
            "batch_entries",
            "change_connection",
            "connect_calendar",
            "convert_blocks",
            "create_entry",
            "create_token",
            "create_webhook",
            "create_workspace",
            "deactivate_member",
            "delete_approval_route",
            "delete_calendar_rule",
            "delete_client",
            "delete_entry",
            "delete_project",
            "delete_rate",
            "delete_rule",
            "delete_task",
            "delete_team",
            "delete_webhook",
            "disable_webhook",
            "discard_timer",
            "disconnect",
            "end_session",
            "erase_member",
            "fill_invoice",
            "flag_runaway_timer",
            "import_entries",
            "open_session",
            "plan_invoice",
            "preview",
            "preview_rate",
            "promote_webhook_secret",
            "put_approval_route",
            "put_calendar_rule",
            "put_client",
            "put_member",
            "put_project",
            "put_rate",
            "put_rule",
            "put_task",
            "put_team",
            "reject_timesheet",
            "release_invoice",
            "reopen_timesheet",
            "replace_days",
            "report_connection",
            "restore_entry",
            "revoke_token",
            "rotate_webhook_secret",
            "start_timer",
            "stop_timer",
            "submit_timesheet",
            "try_overtime",
            "try_rules",
            "update_entry",
            "update_settings",
            "update_webhook",
            "withdraw_timesheet");
  }

  private static List<Command> commands() {
    EntryId id = new EntryId("te_1");
    return List.of(
        new CreateEntry(
            EntryDraftBuilder.builder().startedAt(Instant.EPOCH).tags(List.of("a", "b")).build()),
        new UpdateEntry(id, EntryPatch.builder().build(), 3),
        new UpdateEntry(
            id,
            EntryPatch.builder()
                .description(Patch.of(null))
                .tags(Patch.of(List.of("x")))
                .billable(Patch.of(false))
                .build(),
            null),
        new BatchEntries(
            List.of(
                BatchItem.create(
                    0,
                    EntryDraftBuilder.builder()
                        .logDate(LocalDate.parse("2026-04-29"))
                        .durationSeconds(60L)
                        .build()),
                BatchItem.update(
                    2,
                    new UpdateEntry(
                        id, EntryPatch.builder().description(Patch.of(null)).build(), 3)),
                BatchItem.delete(3, new DeleteEntry(id, null))),
            true),
        new PutApprovalRoute(
            new RouteId("r"),
            "R",
            RouteScope.WORKSPACE,
            null,
            List.of(new ApprovalLevel(new UserId("a"), null)),
            null),
        new PutTeam(new TeamId("t"), "T", List.of(new UserId("a")), 2),
        new AnnotateTimesheet(new TimesheetId("ts_1"), Patch.of(null), null),
        new ReplaceDays(List.of(day())),
        new Preview(new ReplaceDays(List.of(day()))),
        new Preview(new UpdateEntry(id, EntryPatch.builder().billable(Patch.of(true)).build(), 3)));
  }

  private static ImportedDay day() {
    UserId user = new UserId("u");
    LocalDate day = LocalDate.parse("2026-04-29");
    return new ImportedDay(
        user,
        day,
        List.of(
            new ImportRow(
                EntryDraftBuilder.builder()
                    .userId(user)
                    .logDate(day)
                    .durationSeconds(60L)
                    .externalSource("toggl")
                    .externalId("1")
                    .build(),
                "Ann",
                null,
                null,
                null,
                "Site",
                null,
                null)));
  }
}
