package io.timeledger.streams.ledger.rate;

import io.timeledger.schemas.command.RateCommand.DeleteRate;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Rate;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.List;

/// Deletes a rate override; entries priced by it keep their rates.
public final class DeleteRateHandler {
  private DeleteRateHandler() {}

  public static List<ReplyItem> decide(
      DeleteRate command, Rights rights, DecisionBuilder decision) {
    rights.requireAudited(
        Permission.RATES,
        EventType.RATE_DELETED_DENIED,
        EventType.RATE_DELETED,
        command.id().value());
    Rate rate =
        decision
            .state()
            .rate(command.id())
            .orElseThrow(() -> Refusal.notFound("rate " + command.id()));
    VersionCheck.require(rate, command.ifVersion(), decision);
    return List.of(
        ReplyItem.of(
            Status.DELETED,
            decision.change(
                EventType.RATE_DELETED, rate.with(b -> b.deletedAt(decision.now())), rate)));
  }
}
