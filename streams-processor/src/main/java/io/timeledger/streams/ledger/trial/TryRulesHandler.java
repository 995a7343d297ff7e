package io.timeledger.streams.ledger.trial;

import io.timeledger.schemas.command.RuleCommand.PutRule;
import io.timeledger.schemas.command.RuleCommand.TryRules;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Source;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.entry.CreateEntryHandler;
import io.timeledger.streams.ledger.rule.PutRuleHandler;
import java.util.List;

/// Dry run: creates the entry, optionally after adding a rule, and undoes everything. Returns the
/// resulting entry, or why it would be refused.
public final class TryRulesHandler {
  private TryRulesHandler() {}

  public static List<ReplyItem> decide(TryRules command, Rights rights, DecisionBuilder decision) {
    rights.require(Permission.SETTINGS);
    Rights all = Rights.all(decision.state().workspaceId(), rights.userId());
    return decision.trial(
        () -> {
          PutRule rule = command.rule();
          if (rule != null) {
            PutRuleHandler.decide(rule, all, decision);
          }
          try {
            return CreateEntryHandler.create(command.draft(), Source.API, all, decision);
          } catch (Refusal refusal) {
            return List.of(ReplyItem.refused(refusal.problem()));
          }
        });
  }
}
