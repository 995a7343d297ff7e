package io.timeledger.streams.ledger.timer;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import org.jspecify.annotations.Nullable;

/// The running entry of a command.
final class RunningTimer {
  private RunningTimer() {}

  /// @param user null means the caller
  /// @throws Refusal `no_running_timer`, or that the caller may not write for the user
  static TimeEntry of(@Nullable UserId user, Rights rights, DecisionBuilder decision) {
    UserId owner = user == null ? rights.userId() : user;
    rights.requireWrite(owner, "member " + owner);
    return decision
        .state()
        .runningTimer(owner)
        .orElseThrow(() -> Refusal.of(ErrorCode.NO_RUNNING_TIMER, owner + " has no running timer"));
  }
}
