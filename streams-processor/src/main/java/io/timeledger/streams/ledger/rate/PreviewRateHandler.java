package io.timeledger.streams.ledger.rate;

import io.timeledger.schemas.command.RateCommand.PreviewRate;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Rate;
import io.timeledger.schemas.resource.RateCandidate;
import io.timeledger.schemas.resource.RatePreviewBuilder;
import io.timeledger.schemas.resource.Task;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.rate.RateResolver.Resolution;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.state.RateBucket;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Returns the rates that an entry would get and why, by the same resolver; changes nothing. For
/// the caller or, with `time:rates`, for any member.
public final class PreviewRateHandler {
  private PreviewRateHandler() {}

  public static List<ReplyItem> decide(
      PreviewRate command, Rights rights, DecisionBuilder decision) {
    LedgerState state = decision.state();
    UserId user = command.userId() == null ? rights.userId() : command.userId();
    if (!rights.is(user)) {
      rights.require(Permission.RATES);
    }
    if (state.member(user).isEmpty()) {
      throw Refusal.of(ErrorCode.UNKNOWN_MEMBER, "user_id", user + " is not a member");
    }
    ProjectId project = projectOf(command, state);
    Resolution found =
        RateResolver.resolve(user, project, command.taskId(), command.logDate(), state);
    List<RateBucket> buckets = RateResolver.buckets(user, project, command.taskId());
    return List.of(
        ReplyItem.of(
            Status.UNCHANGED,
            RatePreviewBuilder.builder()
                .workspaceId(state.workspaceId())
                .userId(user)
                .projectId(project)
                .taskId(command.taskId())
                .logDate(command.logDate())
                .hourlyRate(
                    found.bill().map(Rate::hourlyRate).orElse(state.settings().defaultHourlyRate()))
                .currency(found.currency())
                .rateId(found.bill().map(Rate::id).orElse(null))
                .bucket(found.bill().map(PreviewRateHandler::bucket).orElse("default"))
                .costRate(found.cost().map(Rate::costRate).orElse(null))
                .costRateId(found.cost().map(Rate::id).orElse(null))
                .costBucket(found.cost().map(PreviewRateHandler::bucket).orElse(null))
                .candidates(candidates(command, buckets, found.bill(), Rate::hourlyRate, state))
                .costCandidates(candidates(command, buckets, found.cost(), Rate::costRate, state))
                .build()));
  }

  private static @Nullable ProjectId projectOf(PreviewRate command, LedgerState state) {
    return command.projectId() == null && command.taskId() != null
        ? state.task(command.taskId()).map(Task::projectId).orElse(null)
        : command.projectId();
  }

  private static List<RateCandidate> candidates(
      PreviewRate command,
      List<RateBucket> buckets,
      Optional<Rate> chosen,
      Function<Rate, @Nullable BigDecimal> amount,
      LedgerState state) {
    return buckets.stream()
        .flatMap(bucket -> state.rates(bucket).stream())
        .map(
            rate ->
                new RateCandidate(
                    rate.id(),
                    bucket(rate),
                    amount.apply(rate),
                    rate.currency(),
                    rate.effectiveFrom(),
                    rate.effectiveTo(),
                    verdict(rate, command, chosen, amount)))
        .toList();
  }

  private static String verdict(
      Rate rate,
      PreviewRate command,
      Optional<Rate> chosen,
      Function<Rate, @Nullable BigDecimal> amount) {
    if (chosen.filter(rate::equals).isPresent()) {
      return "chosen";
    }
    if (!rate.appliesOn(command.logDate())) {
      return "not_valid_on_day";
    }
    if (amount.apply(rate) == null) {
      return "has_no_rate";
    }
    if (chosen.filter(other -> other.currency().equals(rate.currency())).isEmpty()) {
      return "other_currency";
    }
    return chosen.filter(other -> bucket(other).equals(bucket(rate))).isPresent()
        ? "later_one_applies"
        : "more_specific_applies";
  }

  private static String bucket(Rate rate) {
    if (rate.taskId() != null) {
      return "task";
    }
    if (rate.userId() != null) {
      return rate.projectId() == null ? "user" : "user_project";
    }
    return rate.projectId() == null ? "workspace" : "project";
  }
}
