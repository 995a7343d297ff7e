package io.timeledger.streams.ledger.approval;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The approver at a level, else the fallback. Skips anyone who has left, has a role without
/// approval rights, or submits the timesheet in a workspace without self-approval.
public final class Approvers {
  private Approvers() {}

  /// @return empty if no approver is left: then only holders of `time:admin` decide
  public static Optional<UserId> decider(ApprovalLevel level, UserId submitter, LedgerState state) {
    boolean self = state.settings().allowSelfApproval();
    return Stream.of(level.approverUserId(), level.fallbackUserId())
        .filter(Objects::nonNull)
        .filter(user -> self || !user.equals(submitter))
        .filter(user -> mayApprove(user, state))
        .findFirst();
  }

  static boolean mayApprove(UserId user, LedgerState state) {
    return state
        .member(user)
        .filter(Member::active)
        .filter(member -> member.role().permissions().contains(Permission.APPROVE))
        .isPresent();
  }
}
