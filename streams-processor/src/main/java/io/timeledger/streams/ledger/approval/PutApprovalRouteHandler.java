package io.timeledger.streams.ledger.approval;

import io.timeledger.schemas.command.ApprovalCommand.PutApprovalRoute;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.ApprovalRoute;
import io.timeledger.schemas.resource.ApprovalRouteBuilder;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.RouteScope;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Creates, replaces or undeletes a route. Timesheets that are already submitted keep the levels
/// that they copied.
public final class PutApprovalRouteHandler {
  private static final int MOST_LEVELS = 10;

  private PutApprovalRouteHandler() {}

  public static List<ReplyItem> decide(
      PutApprovalRoute command, Rights rights, DecisionBuilder decision) {
    rights.requireAudited(
        Permission.SETTINGS,
        EventType.SETTINGS_UPDATED_DENIED,
        EventType.APPROVAL_ROUTE_UPSERTED,
        command.id().value());
    ApprovalRoute before = decision.state().approvalRoute(command.id()).orElse(null);
    VersionCheck.require(before, command.ifVersion(), decision);
    checkScope(command, decision);
    checkLevels(command.levels(), decision);
    ApprovalRoute after =
        ApprovalRouteBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .name(command.name())
            .scope(command.scope())
            .scopeId(command.scopeId())
            .levels(command.levels())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    if (before != null && !decision.differs(after, before)) {
      return List.of(ReplyItem.of(Status.UNCHANGED, before));
    }
    return List.of(
        ReplyItem.of(
            before == null ? Status.CREATED : Status.UPDATED,
            decision.change(EventType.APPROVAL_ROUTE_UPSERTED, after, before)));
  }

  private static void checkScope(PutApprovalRoute command, DecisionBuilder decision) {
    String id = command.scopeId();
    if ((id == null) != (command.scope() == RouteScope.WORKSPACE)) {
      throw Refusal.invalid(
          "scope_id", "names the user, team or project, and is null for the workspace");
    }
    if (id != null && !Id.isAddressable(id)) {
      throw Refusal.invalid("scope_id", "expected " + Id.RULE);
    }
    if (id != null
        && command.scope() == RouteScope.USER
        && decision.state().member(new UserId(id)).isEmpty()) {
      throw Refusal.of(ErrorCode.UNKNOWN_MEMBER, "scope_id", id + " is not a member");
    }
    decision
        .state()
        .approvalRoute(command.scope(), id)
        .filter(other -> !other.id().equals(command.id()))
        .ifPresent(
            other -> {
              throw Refusal.of(
                  ErrorCode.APPROVAL_ROUTE_EXISTS,
                  "scope_id",
                  "the route %s is for the same".formatted(other.id()));
            });
  }

  private static void checkLevels(List<ApprovalLevel> levels, DecisionBuilder decision) {
    if (levels.isEmpty() || levels.size() > MOST_LEVELS) {
      throw Refusal.invalid(
          "levels", "%d levels (expected: 1 to %d)".formatted(levels.size(), MOST_LEVELS));
    }
    for (int i = 0; i < levels.size(); i++) {
      String level = "levels[%d].".formatted(i);
      checkApprover(level + "approver_user_id", levels.get(i).approverUserId(), decision);
      checkApprover(level + "fallback_user_id", levels.get(i).fallbackUserId(), decision);
    }
  }

  private static void checkApprover(String field, @Nullable UserId user, DecisionBuilder decision) {
    if (user != null && !Approvers.mayApprove(user, decision.state())) {
      throw Refusal.invalid(field, user + " is not an active member in a role that may approve");
    }
  }
}
