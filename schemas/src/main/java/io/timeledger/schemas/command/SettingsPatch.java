package io.timeledger.schemas.command;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.resource.ManagerScope;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.OverlapPolicy;
import io.timeledger.schemas.resource.RequiredField;
import io.timeledger.schemas.resource.RoundingStrategy;
import io.timeledger.schemas.resource.UnknownReferences;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;

/// Changes to the settings.
@RecordBuilder
public record SettingsPatch(
    Patch<ZoneId> timezone,
    Patch<Integer> weekStartDay,
    Patch<Integer> roundingMinutes,
    Patch<RoundingStrategy> roundingStrategy,
    Patch<Boolean> defaultBillable,
    Patch<Boolean> requireDescription,
    Patch<Set<RequiredField>> requiredFields,
    Patch<Boolean> allowFutureEntries,
    Patch<OverlapPolicy> overlapPolicy,
    Patch<UnknownReferences> unknownReferences,
    Patch<MidnightPolicy> midnightPolicy,
    Patch<Boolean> allowSelfApproval,
    Patch<Integer> autoSubmitDow,
    Patch<BigDecimal> defaultHourlyRate,
    Patch<Currency> defaultCurrency,
    Patch<BigDecimal> defaultWeeklyHours,
    Patch<Integer> runawayTimerHours,
    Patch<Boolean> runawayTimerHoursAutoStop,
    Patch<Integer> idleMinutes,
    Patch<Integer> pomodoroFocusMinutes,
    Patch<Integer> pomodoroBreakMinutes,
    Patch<Integer> pomodoroLongBreakMinutes,
    Patch<Boolean> restrictTagCreation,
    Patch<BigDecimal> reminderMinDailyHours,
    Patch<BigDecimal> reminderMinWeeklyHours,
    Patch<String> plan,
    Patch<ManagerScope> managerScope,
    Patch<BigDecimal> overtimeWeeklyHours) {

  /// An empty patch, to be filled by its builder.
  public static SettingsPatchBuilder builder() {
    return SettingsPatchBuilder.builder()
        .timezone(Patch.absent())
        .weekStartDay(Patch.absent())
        .roundingMinutes(Patch.absent())
        .roundingStrategy(Patch.absent())
        .defaultBillable(Patch.absent())
        .requireDescription(Patch.absent())
        .requiredFields(Patch.absent())
        .allowFutureEntries(Patch.absent())
        .overlapPolicy(Patch.absent())
        .unknownReferences(Patch.absent())
        .midnightPolicy(Patch.absent())
        .allowSelfApproval(Patch.absent())
        .autoSubmitDow(Patch.absent())
        .defaultHourlyRate(Patch.absent())
        .defaultCurrency(Patch.absent())
        .defaultWeeklyHours(Patch.absent())
        .runawayTimerHours(Patch.absent())
        .runawayTimerHoursAutoStop(Patch.absent())
        .idleMinutes(Patch.absent())
        .pomodoroFocusMinutes(Patch.absent())
        .pomodoroBreakMinutes(Patch.absent())
        .pomodoroLongBreakMinutes(Patch.absent())
        .restrictTagCreation(Patch.absent())
        .reminderMinDailyHours(Patch.absent())
        .reminderMinWeeklyHours(Patch.absent())
        .plan(Patch.absent())
        .managerScope(Patch.absent())
        .overtimeWeeklyHours(Patch.absent());
  }
}
