package io.timeledger.streams.ledger.overtime;

import io.timeledger.schemas.command.RuleCommand.TryOvertime;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Returns the state of a member's week against the threshold; changes nothing.
public final class TryOvertimeHandler {
  private TryOvertimeHandler() {}

  public static List<ReplyItem> decide(
      TryOvertime command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.SETTINGS);
    UserId user = command.userId() == null ? rights.userId() : command.userId();
    if (decision.state().member(user).isEmpty()) {
      throw Refusal.of(ErrorCode.UNKNOWN_MEMBER, "user_id", user + " is not a member");
    }
    return List.of(
        ReplyItem.of(
            Status.UNCHANGED,
            Weeks.of(user, Weeks.startOf(command.day(), decision.state()), decision.state())));
  }
}
