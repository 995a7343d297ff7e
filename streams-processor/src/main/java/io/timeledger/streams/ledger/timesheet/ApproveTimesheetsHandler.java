package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.command.ApprovalCommand.ApproveTimesheets;
import io.timeledger.schemas.command.TimesheetCommand.ApproveTimesheet;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.util.ArrayList;
import java.util.List;

/// Approves timesheets one by one, each as if approved alone: a refused one leaves only its denial,
/// and does not stop the rest.
public final class ApproveTimesheetsHandler {
  private static final int MOST = 100;

  private ApproveTimesheetsHandler() {}

  public static List<ReplyItem> decide(
      ApproveTimesheets command, Rights rights, DecisionBuilder decision) {
    List<TimesheetId> ids = command.ids();
    if (ids.isEmpty() || ids.size() > MOST) {
      throw Refusal.invalid("ids", "%d ids (expected: 1 to %d)".formatted(ids.size(), MOST));
    }
    rights.requireAudited(
        Permission.APPROVE,
        EventType.TIMESHEET_APPROVED_DENIED,
        EventType.TIMESHEET_APPROVED,
        ids.getFirst().value());
    List<ReplyItem> items = new ArrayList<>(ids.size());
    for (TimesheetId id : ids) {
      items.add(approve(id, command, rights, decision));
    }
    return items;
  }

  private static ReplyItem approve(
      TimesheetId id, ApproveTimesheets command, Rights rights, DecisionBuilder decision) {
    try {
      return decision.allOrNothing(
          () ->
              TimesheetHandler.decide(
                      new ApproveTimesheet(id, command.comment(), null), rights, decision)
                  .getFirst());
    } catch (Refusal refusal) {
      Refusal.Denied denied = refusal.denial();
      if (denied != null) {
        decision.change(denied.type(), denied.denial(), null);
      }
      return ReplyItem.refused(refusal.problem());
    }
  }
}
