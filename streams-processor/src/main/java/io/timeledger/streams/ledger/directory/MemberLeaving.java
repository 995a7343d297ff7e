package io.timeledger.streams.ledger.directory;

import io.timeledger.schemas.command.DirectoryCommand.DeactivateMember;
import io.timeledger.schemas.command.DirectoryCommand.EraseMember;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.resource.Token;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.access.RevokeTokenHandler;
import io.timeledger.streams.ledger.calendar.LostCalendars;
import io.timeledger.streams.ledger.entry.RunningEntryStop;
import io.timeledger.streams.ledger.webhook.IncludeRules;
import java.util.List;

/// Deactivates a member: stops the running timer, revokes tokens and disconnects calendars, but
/// keeps history. Erasure
/// also deletes name and e-mail, and leaves the time under the bare id.
final class MemberLeaving {
  private MemberLeaving() {}

  static ReplyItem deactivate(DeactivateMember command, DecisionBuilder decision) {
    Member member = known(command.id(), decision);
    VersionCheck.require(member, command.ifVersion(), decision);
    if (!member.active()) {
      return ReplyItem.of(Status.UNCHANGED, member);
    }
    return ReplyItem.of(Status.UPDATED, deactivate(member, decision));
  }

  static ReplyItem erase(EraseMember command, DecisionBuilder decision) {
    Member member = known(command.id(), decision);
    VersionCheck.require(member, decision);
    Member inactive = member.active() ? deactivate(member, decision) : member;
    Member erased = decision.change(EventType.MEMBER_ERASED, inactive, inactive);
    decision.change(new PrivateChange.DropProfile(member.id()));
    return ReplyItem.of(Status.UPDATED, erased);
  }

  private static Member deactivate(Member member, DecisionBuilder decision) {
    if (member.role() == Role.OWNER) {
      LastOwnerCheck.requireAnother(member.id(), decision);
    }
    decision
        .state()
        .runningTimer(member.id())
        .ifPresent(
            running -> RunningEntryStop.stop(running, decision.now(), "member_left", decision));
    for (Token token : List.copyOf(decision.state().tokens(member.id()))) {
      // A session may have ended with the token that opened it.
      decision
          .state()
          .token(token.id())
          .filter(current -> current.revokedAt() == null)
          .ifPresent(current -> RevokeTokenHandler.revoke(current, decision));
    }
    Member inactive =
        decision.change(EventType.MEMBER_DEACTIVATED, member.with(b -> b.active(false)), member);
    IncludeRules.dropLost(inactive, decision);
    LostCalendars.drop(inactive, decision);
    decision
        .state()
        .profile(member.id())
        .ifPresent(
            profile ->
                decision.change(
                    new PrivateChange.KeepProfile(
                        MemberPut.profile(inactive, profile.name(), profile.email(), decision))));
    return inactive;
  }

  private static Member known(UserId id, DecisionBuilder decision) {
    return decision.state().member(id).orElseThrow(() -> Refusal.notFound("member " + id));
  }
}
