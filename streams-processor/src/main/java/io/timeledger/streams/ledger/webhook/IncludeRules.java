package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.util.List;
import java.util.Set;

/// A webhook may include rates and costs only while its creator may see them, and only users who
/// may see them can set its target.
public final class IncludeRules {
  private IncludeRules() {}

  /// Removes them from the webhooks of a member who lost the right.
  ///
  /// @param member after the change
  public static void dropLost(Member member, DecisionBuilder decision) {
    if (maySeeRates(member)) {
      return;
    }
    for (Webhook webhook : List.copyOf(decision.state().webhooks())) {
      if (webhook.createdBy().equals(member.id()) && !webhook.include().isEmpty()) {
        decision.change(
            EventType.WEBHOOK_UPSERTED, webhook.with(b -> b.include(Set.of())), webhook);
      }
    }
  }

  /// @throws Refusal `forbidden` when the caller, `validation_failed` when the creator may not see
  ///     what the webhook would include
  static void require(Webhook webhook, Rights rights, DecisionBuilder decision) {
    if (webhook.include().isEmpty()) {
      return;
    }
    if (!rights.may(Permission.RATES)) {
      throw rights.deny(
          Problem.of(
              ErrorCode.FORBIDDEN,
              "include",
              "a webhook that includes rates or costs needs the permission "
                  + Permission.RATES.scope()),
          EventType.WEBHOOK_UPSERTED_DENIED,
          EventType.WEBHOOK_UPSERTED,
          webhook.subject());
    }
    UserId creator = webhook.createdBy();
    if (decision.state().member(creator).filter(IncludeRules::maySeeRates).isEmpty()) {
      throw Refusal.invalid("include", "its creator, " + creator + ", may not see rates");
    }
  }

  private static boolean maySeeRates(Member member) {
    return member.active() && member.role().permissions().contains(Permission.RATES);
  }
}
