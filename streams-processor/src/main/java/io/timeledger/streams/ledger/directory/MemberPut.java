package io.timeledger.streams.ledger.directory;

import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.MemberBuilder;
import io.timeledger.schemas.resource.Role;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.streams.ledger.Decimals;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.calendar.LostCalendars;
import io.timeledger.streams.ledger.reach.ManagerReach;
import io.timeledger.streams.ledger.webhook.IncludeRules;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Creates, replaces or reactivates a member. Only owners can create owners, and the last one
/// stays.
final class MemberPut {
  private static final BigDecimal HOURS_OF_WEEK = BigDecimal.valueOf(168);

  private MemberPut() {}

  static ReplyItem put(PutMember command, Rights rights, DecisionBuilder decision) {
    Member before = decision.state().member(command.id()).orElse(null);
    VersionCheck.require(before, command.ifVersion(), decision);
    Role role = role(command, before);
    checkRole(before, role, rights, decision);
    checkHours(command.weeklyHours());
    Member asked =
        MemberBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .role(role)
            .timezone(zone(command, before, decision))
            .weeklyHours(Decimals.keptOrNull(command.weeklyHours()))
            .teams(command.teams())
            .active(true)
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    if (before != null
        && isAlike(
            asked, profile(asked, command.name(), command.email(), decision), before, decision)) {
      return ReplyItem.of(Status.UNCHANGED, before);
    }
    EventType type = before == null ? EventType.MEMBER_CREATED : EventType.MEMBER_UPDATED;
    Member after = decision.change(type, asked, before);
    IncludeRules.dropLost(after, decision);
    LostCalendars.drop(after, decision);
    decision.change(
        new PrivateChange.KeepProfile(profile(after, command.name(), command.email(), decision)));
    return ReplyItem.of(before == null ? Status.CREATED : Status.UPDATED, after);
  }

  /// A put without changes makes no event, so that a nightly synchronization is silent.
  private static boolean isAlike(
      Member asked, MemberProfile profile, Member before, DecisionBuilder decision) {
    return !decision.differs(asked, before)
        && decision.state().profile(before.id()).filter(profile::isLike).isPresent();
  }

  static MemberProfile profile(
      Member member, @Nullable String name, @Nullable String email, DecisionBuilder decision) {
    return new MemberProfile(
        member.workspaceId(),
        member.id(),
        name,
        email,
        member.role(),
        member.timezone(),
        member.teams(),
        member.active(),
        ManagerReach.onlyTeams(member, decision.state()),
        member.version());
  }

  private static Role role(PutMember command, @Nullable Member before) {
    if (command.role() != null) {
      return command.role();
    }
    return before == null ? Role.MEMBER : before.role();
  }

  private static ZoneId zone(PutMember command, @Nullable Member before, DecisionBuilder decision) {
    if (command.timezone() != null) {
      return command.timezone();
    }
    return before == null ? decision.state().settings().timezone() : before.timezone();
  }

  private static void checkRole(
      @Nullable Member before, Role role, Rights rights, DecisionBuilder decision) {
    boolean wasOwner = before != null && before.role() == Role.OWNER && before.active();
    if (role == Role.OWNER && !wasOwner) {
      boolean byOwner =
          decision
              .state()
              .member(rights.userId())
              .filter(member -> member.role() == Role.OWNER)
              .isPresent();
      if (!byOwner) {
        throw Refusal.of(ErrorCode.FORBIDDEN, "role", "only an owner makes owners");
      }
    }
    if (before != null && wasOwner && role != Role.OWNER) {
      LastOwnerCheck.requireAnother(before.id(), decision);
    }
  }

  private static void checkHours(@Nullable BigDecimal hours) {
    if (hours != null && !Decimals.isWithin(hours, HOURS_OF_WEEK)) {
      throw Refusal.invalid(
          "weekly_hours", hours + " (expected: 0 to " + HOURS_OF_WEEK + ", at most 4 decimals)");
    }
  }
}
