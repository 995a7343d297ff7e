package io.timeledger.streams.ledger.rate;

import io.timeledger.schemas.command.RateCommand.PutRate;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Rate;
import io.timeledger.schemas.resource.RateBuilder;
import io.timeledger.streams.ledger.Decimals;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Money;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Creates a rate override, or replaces the named one. Existing entries keep their rates.
public final class PutRateHandler {
  private PutRateHandler() {}

  public static List<ReplyItem> decide(PutRate command, Rights rights, DecisionBuilder decision) {
    RateId id = command.id();
    rights.requireAudited(
        Permission.RATES,
        EventType.RATE_UPSERTED_DENIED,
        EventType.RATE_UPSERTED,
        id == null ? "new" : id.value());
    Rate before =
        id == null
            ? null
            : decision
                .state()
                .rate(id)
                .orElseThrow(
                    () ->
                        Refusal.of(
                            ErrorCode.NOT_FOUND,
                            "id",
                            "id: there is no rate %s to replace; without id, one is made"
                                .formatted(id)));
    VersionCheck.require(before, command.ifVersion(), decision);
    check(command, decision);
    Rate after =
        RateBuilder.builder()
            .id(id == null ? new RateId(decision.newId("rate")) : id)
            .workspaceId(decision.state().workspaceId())
            .userId(command.userId())
            .projectId(command.projectId())
            .taskId(command.taskId())
            .hourlyRate(Decimals.keptOrNull(command.hourlyRate()))
            .costRate(Decimals.keptOrNull(command.costRate()))
            .currency(
                command.currency() == null
                    ? decision.state().settings().defaultCurrency()
                    : command.currency())
            .effectiveFrom(command.effectiveFrom())
            .effectiveTo(command.effectiveTo())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    return List.of(
        ReplyItem.of(
            before == null ? Status.CREATED : Status.UPDATED,
            decision.change(EventType.RATE_UPSERTED, after, before)));
  }

  private static void check(PutRate command, DecisionBuilder decision) {
    if (command.taskId() != null && (command.userId() != null || command.projectId() != null)) {
      throw Refusal.invalid("task_id", "a task rate names neither user_id nor project_id");
    }
    if (command.hourlyRate() == null && command.costRate() == null) {
      throw Refusal.invalid("hourly_rate", "give hourly_rate, cost_rate or both");
    }
    checkRate("hourly_rate", command.hourlyRate());
    checkRate("cost_rate", command.costRate());
    if (command.currency() != null && !Money.isCurrency(command.currency())) {
      throw Refusal.invalid(
          "currency", command.currency() + " (expected: " + Money.CURRENCY_RULE + ")");
    }
    if (command.effectiveTo() != null && command.effectiveTo().isBefore(command.effectiveFrom())) {
      throw Refusal.invalid("effective_to", "is before effective_from");
    }
    if (command.userId() != null && decision.state().member(command.userId()).isEmpty()) {
      throw Refusal.of(ErrorCode.UNKNOWN_MEMBER, "user_id", command.userId() + " is not a member");
    }
  }

  private static void checkRate(String field, @Nullable BigDecimal rate) {
    if (rate != null && !Money.isRate(rate)) {
      throw Refusal.invalid(field, rate + " (expected: " + Money.RATE_RULE + ")");
    }
  }
}
