package io.timeledger.streams.ledger.timesheet;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.approval.Approvers;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.Optional;

/// Whose turn it is to decide on a submitted timesheet. Without a route anybody's who may
/// approve; with one, that of whoever decides at the level that is waited for. Those with
/// `time:admin` may step in at any level, so that a payroll does not wait for somebody who is
/// away.
final class ApprovalAuthority {
  private ApprovalAuthority() {}

  static void require(
      Timesheet sheet, Rights rights, LedgerState state, EventType denial, EventType action) {
    sheet
        .approvalLevel()
        .ifPresent(
            level -> {
              Optional<UserId> decider = Approvers.decider(level, sheet.userId(), state);
              if (!rights.may(Permission.ADMIN) && decider.filter(rights::is).isEmpty()) {
                throw rights.deny(
                    Problem.of(
                        ErrorCode.NOT_THE_APPROVER,
                        "level %d of %s waits for %s"
                            .formatted(
                                sheet.level(),
                                sheet.id(),
                                decider.map(UserId::value).orElse("an administrator"))),
                    denial,
                    action,
                    sheet.subject());
              }
            });
  }

  /// Whether the caller is named at any level, and so may know of the timesheet.
  static boolean isNamed(Timesheet sheet, Rights rights) {
    return sheet.approvalLevels() != null
        && sheet.approvalLevels().stream()
            .anyMatch(
                level ->
                    rights.is(level.approverUserId())
                        || (level.fallbackUserId() != null && rights.is(level.fallbackUserId())));
  }
}
