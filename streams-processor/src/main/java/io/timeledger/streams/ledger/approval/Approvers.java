package io.timeledger.streams.ledger.approval;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Who decides at a level: the approver, else the fallback. Whoever has left, is in a role that
/// may not approve, or submits the timesheet in a workspace without self-approval, is passed
/// over.
public final class Approvers {
  private Approvers() {}

  /// @return empty when the level has nobody: then only those with `time:admin` decide
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
