package io.timeledger.streams.ledger.access;

import io.timeledger.schemas.command.AccessCommand.CreateWorkspace;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.MemberBuilder;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.Token;
import io.timeledger.schemas.resource.TokenBuilder;
import io.timeledger.schemas.resource.Workspace;
import io.timeledger.schemas.resource.WorkspaceBuilder;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Creates a workspace, its owner and the owner's first token.
public final class CreateWorkspaceHandler {
  private CreateWorkspaceHandler() {}

  public static List<ReplyItem> decide(
      CreateWorkspace command, Rights rights, DecisionBuilder decision) {
    WorkspaceId id = decision.state().workspaceId();
    if (decision.state().workspace().isPresent()) {
      throw Refusal.of(ErrorCode.WORKSPACE_EXISTS, "id", "the workspace " + id + " exists");
    }
    Workspace workspace =
        decision.change(
            EventType.WORKSPACE_CREATED,
            WorkspaceBuilder.builder()
                .id(id)
                .name(command.name())
                .ownerId(command.ownerId())
                .createdAt(decision.now())
                .build(),
            null);
    ZoneId zone = command.timezone();
    if (zone != null) {
      Settings defaults = decision.state().settings();
      decision.change(EventType.SETTINGS_UPDATED, defaults.with(b -> b.timezone(zone)), defaults);
    }
    Member owner = owner(command, decision);
    Token token =
        NewToken.create(
            TokenBuilder.builder()
                .id(command.tokenId())
                .workspaceId(id)
                .userId(owner.id())
                .name("first token")
                .scopes(Set.of())
                .createdAt(decision.now())
                .createdBy(rights.userId())
                .build(),
            command.secretHash(),
            decision);
    return List.of(
        ReplyItem.of(Status.CREATED, workspace),
        ReplyItem.of(Status.CREATED, owner),
        ReplyItem.of(Status.CREATED, token));
  }

  private static Member owner(CreateWorkspace command, DecisionBuilder decision) {
    Member owner =
        decision.change(
            EventType.MEMBER_CREATED,
            MemberBuilder.builder()
                .id(command.ownerId())
                .workspaceId(decision.state().workspaceId())
                .role(Role.OWNER)
                .timezone(decision.state().settings().timezone())
                .teams(List.of())
                .active(true)
                .createdAt(decision.now())
                .updatedAt(decision.now())
                .build(),
            null);
    decision.change(
        new PrivateChange.KeepProfile(
            new MemberProfile(
                owner.workspaceId(),
                owner.id(),
                command.ownerName(),
                command.ownerEmail(),
                owner.role(),
                owner.timezone(),
                owner.teams(),
                owner.active(),
                null,
                owner.version())));
    return owner;
  }
}
