package io.timeledger.streams.ledger.rate;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.Rate;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.state.LedgerState;
import io.timeledger.streams.ledger.state.RateBucket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Resolves the rates of an entry. Bill and cost rates are resolved separately, in the order task,
/// (user, project), user, project, workspace; within one of these the override that began last
/// wins. The bill rate then falls back to the workspace's default, and the cost rate to none.
///
/// An entry has one currency: its bill override's, else the workspace's default rate's if there is
/// one, else its cost override's. Costs in another currency than the bill rate's are ignored.
public final class RateResolver {
  private RateResolver() {}

  /// The entry with the rates of its user, project, task and day.
  public static TimeEntry price(TimeEntry entry, LedgerState state) {
    Resolution found =
        resolve(entry.userId(), entry.projectId(), entry.taskId(), entry.logDate(), state);
    Settings settings = state.settings();
    return entry.with(
        b ->
            b.hourlyRate(found.bill().map(Rate::hourlyRate).orElse(settings.defaultHourlyRate()))
                .costRate(found.cost().map(Rate::costRate).orElse(null))
                .currency(found.currency())
                .rateId(found.bill().map(Rate::id).orElse(null)));
  }

  /// The applicable overrides.
  record Resolution(Optional<Rate> bill, Optional<Rate> cost, Currency currency) {}

  static Resolution resolve(
      UserId user,
      @Nullable ProjectId project,
      @Nullable TaskId task,
      LocalDate day,
      LedgerState state) {
    List<RateBucket> buckets = buckets(user, project, task);
    Settings settings = state.settings();
    Optional<Rate> bill = first(buckets, day, state, rate -> rate.hourlyRate() != null);
    Optional<Currency> billed = bill.map(Rate::currency).or(() -> defaultCurrency(settings));
    Optional<Rate> cost =
        first(
            buckets,
            day,
            state,
            rate -> rate.costRate() != null && billed.map(rate.currency()::equals).orElse(true));
    Currency currency =
        billed.or(() -> cost.map(Rate::currency)).orElse(settings.defaultCurrency());
    return new Resolution(bill, cost, currency);
  }

  /// A default of zero bills nothing, and so does not determine the currency.
  private static Optional<Currency> defaultCurrency(Settings settings) {
    return settings.defaultHourlyRate().signum() == 0
        ? Optional.empty()
        : Optional.of(settings.defaultCurrency());
  }

  static List<RateBucket> buckets(UserId user, @Nullable ProjectId project, @Nullable TaskId task) {
    List<RateBucket> buckets = new ArrayList<>();
    if (task != null) {
      buckets.add(RateBucket.ofTask(task));
    }
    if (project != null) {
      buckets.add(RateBucket.of(user, project));
    }
    buckets.add(RateBucket.of(user, null));
    if (project != null) {
      buckets.add(RateBucket.of(null, project));
    }
    buckets.add(RateBucket.of(null, null));
    return buckets;
  }

  private static Optional<Rate> first(
      List<RateBucket> buckets, LocalDate day, LedgerState state, Predicate<Rate> wanted) {
    return buckets.stream()
        .flatMap(
            bucket ->
                state.rates(bucket).stream()
                    .filter(rate -> rate.appliesOn(day))
                    .filter(wanted)
                    .max(Comparator.comparing(Rate::effectiveFrom).thenComparing(Rate::sequence))
                    .stream())
        .findFirst();
  }
}
