package io.timeledger.ingest.timesheet;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.command.Commands;
import io.timeledger.ingest.command.TakesPreconditions;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.read.FromReadModels;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.read.ResourceResponse;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.error.Envelope;
import io.timeledger.ingest.web.query.QueryParams;
import io.timeledger.schemas.command.ApprovalCommand.ApproveTimesheets;
import io.timeledger.schemas.command.TimesheetCommand.AnnotateTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.RejectTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.ReopenTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.SubmitTimesheet;
import io.timeledger.schemas.command.TimesheetCommand.WithdrawTimesheet;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.visibility.Redactor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1/timesheets")
final class TimesheetController {
  private final Commands commands;
  private final Timesheets timesheets;

  TimesheetController(Commands commands, Timesheets timesheets) {
    this.commands = commands;
    this.timesheets = timesheets;
  }

  @FromReadModels
  @GetMapping
  ObjectNode list(Caller caller, @QueryParams TimesheetFilter filter, @QueryParams Paging paging) {
    return timesheets
        .list(caller.workspaceId(), ReadRights.sight(caller), filter, paging)
        .answer(ResourceType.TIMESHEET, caller.viewer());
  }

  /// Includes its entries.
  @FromReadModels
  @GetMapping("/{id}")
  ResponseEntity<ObjectNode> find(Caller caller, @PathVariable("id") TimesheetId id) {
    ReadRights.require(caller, Permission.READ);
    WholeTimesheet found =
        timesheets
            .find(caller.workspaceId(), id)
            .filter(whole -> shows(whole.sheet(), caller))
            .orElseThrow(ApiException::notFound);
    ObjectNode sheet = found.sheet();
    Redactor.redact(ResourceType.TIMESHEET, sheet, caller.viewer());
    ArrayNode joined = sheet.putArray("entries");
    for (ObjectNode entry : found.entries()) {
      Redactor.redact(ResourceType.TIME_ENTRY, entry, caller.viewer());
      joined.add(entry);
    }
    return ResourceResponse.joined(sheet, found.contents());
  }

  @TakesPreconditions
  @PatchMapping("/{id}")
  ResponseEntity<ObjectNode> annotate(
      WriteRequest call, @PathVariable("id") TimesheetId id, @RequestBody NoteBody body) {
    call.requireWrite();
    return commands.submit(call, new AnnotateTimesheet(id, body.checked(), call.ifVersion()));
  }

  @TakesPreconditions
  @PostMapping("/{id}/submit")
  ResponseEntity<ObjectNode> submit(WriteRequest call, @PathVariable("id") TimesheetId id) {
    call.requireWrite();
    return commands.submit(call, new SubmitTimesheet(id, call.ifVersion()));
  }

  @TakesPreconditions
  @PostMapping("/{id}/withdraw")
  ResponseEntity<ObjectNode> withdraw(WriteRequest call, @PathVariable("id") TimesheetId id) {
    call.requireWrite();
    return commands.submit(call, new WithdrawTimesheet(id, call.ifVersion()));
  }

  @TakesPreconditions
  @PostMapping("/{id}/approve")
  ResponseEntity<ObjectNode> approve(WriteRequest call, @PathVariable("id") TimesheetId id) {
    return commands.submit(call, new ApproveTimesheet(id, call.ifVersion()));
  }

  @PostMapping("/approve")
  ResponseEntity<ObjectNode> approveAll(WriteRequest call, @RequestBody ApproveBody body) {
    ApproveTimesheets command = body.toCommand();
    return commands.run(
        call,
        command,
        reply ->
            ResponseEntity.ok()
                .header("X-Consistency-Token", Long.toString(reply.sequence()))
                .body(Envelope.data(ApprovalResults.of(command, reply))));
  }

  @TakesPreconditions
  @PostMapping("/{id}/reject")
  ResponseEntity<ObjectNode> reject(
      WriteRequest call,
      @PathVariable("id") TimesheetId id,
      @RequestBody(required = false) @Nullable ReasonBody body) {
    return commands.submit(call, new RejectTimesheet(id, reason(body), call.ifVersion()));
  }

  @TakesPreconditions
  @PostMapping("/{id}/reopen")
  ResponseEntity<ObjectNode> reopen(
      WriteRequest call,
      @PathVariable("id") TimesheetId id,
      @RequestBody(required = false) @Nullable ReasonBody body) {
    return commands.submit(call, new ReopenTimesheet(id, reason(body), call.ifVersion()));
  }

  /// A named approver sees the timesheet, whatever their reach.
  private static boolean shows(ObjectNode sheet, Caller caller) {
    String user = caller.userId().value();
    return caller.seesTimeOf(new UserId(sheet.required("user_id").asString()))
        || sheet
            .required("approval_levels")
            .valueStream()
            .anyMatch(
                level ->
                    user.equals(level.path("approver_user_id").asString(""))
                        || user.equals(level.path("fallback_user_id").asString("")));
  }

  private static @Nullable String reason(@Nullable ReasonBody body) {
    return (body == null ? ReasonBody.EMPTY : body).checked();
  }
}
