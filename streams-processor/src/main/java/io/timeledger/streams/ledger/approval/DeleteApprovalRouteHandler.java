package io.timeledger.streams.ledger.approval;

import io.timeledger.schemas.command.ApprovalCommand.DeleteApprovalRoute;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.ApprovalRoute;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.List;

/// Deletes a route; timesheets that copied its levels keep them.
public final class DeleteApprovalRouteHandler {
  private DeleteApprovalRouteHandler() {}

  public static List<ReplyItem> decide(
      DeleteApprovalRoute command, Rights rights, DecisionBuilder decision) {
    rights.requireAudited(
        Permission.SETTINGS,
        EventType.SETTINGS_UPDATED_DENIED,
        EventType.APPROVAL_ROUTE_DELETED,
        command.id().value());
    ApprovalRoute before =
        decision
            .state()
            .approvalRoute(command.id())
            .filter(route -> route.deletedAt() == null)
            .orElseThrow(() -> Refusal.notFound("approval route " + command.id()));
    VersionCheck.require(before, command.ifVersion(), decision);
    return List.of(
        ReplyItem.of(
            Status.DELETED,
            decision.change(
                EventType.APPROVAL_ROUTE_DELETED,
                before.with(b -> b.deletedAt(decision.now())),
                before)));
  }
}
