package io.timeledger.streams.ledger.rule;

import io.timeledger.schemas.command.RuleCommand.DeleteRule;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Rule;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.util.List;

/// Deletes a rule; its effects on entries stay.
public final class DeleteRuleHandler {
  private DeleteRuleHandler() {}

  public static List<ReplyItem> decide(
      DeleteRule command, Rights rights, DecisionBuilder decision) {
    rights.requireAudited(
        Permission.SETTINGS,
        EventType.SETTINGS_UPDATED_DENIED,
        EventType.RULE_DELETED,
        command.id().value());
    Rule before =
        decision
            .state()
            .rule(command.id())
            .filter(rule -> rule.deletedAt() == null)
            .orElseThrow(() -> Refusal.notFound("rule " + command.id()));
    VersionCheck.require(before, command.ifVersion(), decision);
    return List.of(
        ReplyItem.of(
            Status.DELETED,
            decision.change(
                EventType.RULE_DELETED, before.with(b -> b.deletedAt(decision.now())), before)));
  }
}
