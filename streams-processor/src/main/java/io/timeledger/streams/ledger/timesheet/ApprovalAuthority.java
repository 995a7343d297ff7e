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

/// Who may decide a submitted timesheet. Without a route, every permitted approver; with one, the
/// approver of the current level. Holders of `time:admin` may decide at any level, so that payroll
/// does not wait for an absent approver.
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

  /// Whether the caller is named at any level, and so may see the timesheet.
  static boolean isNamed(Timesheet sheet, Rights rights) {
    return sheet.approvalLevels() != null
        && sheet.approvalLevels().stream()
            .anyMatch(
                level ->
                    rights.is(level.approverUserId())
                        || (level.fallbackUserId() != null && rights.is(level.fallbackUserId())));
  }
}
