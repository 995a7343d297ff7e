package io.timeledger.streams.ledger.trial;

import io.timeledger.schemas.command.RuleCommand.PutRule;
import io.timeledger.schemas.command.RuleCommand.TryRules;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Source;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.entry.EntryCreation;
import io.timeledger.streams.ledger.rule.RuleUpsert;
import java.util.List;

/// Creates the entry, perhaps after putting a rule, and takes everything back: the answer is the
/// entry as it would be, or why it would be refused.
public final class RuleTrial {
  private RuleTrial() {}

  public static List<ReplyItem> decide(TryRules command, Rights rights, Draft decision) {
    rights.require(Permission.SETTINGS);
    Rights all = Rights.all(decision.state().workspaceId(), rights.userId());
    return decision.trial(
        () -> {
          PutRule rule = command.rule();
          if (rule != null) {
            RuleUpsert.decide(rule, all, decision);
          }
          try {
            return EntryCreation.create(command.draft(), Source.API, all, decision);
          } catch (Refusal refusal) {
            return List.of(ReplyItem.refused(refusal.problem()));
          }
        });
  }
}
