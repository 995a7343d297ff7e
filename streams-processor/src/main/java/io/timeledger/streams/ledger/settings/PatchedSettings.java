package io.timeledger.streams.ledger.settings;

import io.timeledger.schemas.command.SettingsPatch;
import io.timeledger.schemas.resource.Settings;
import io.timeledger.streams.ledger.Decimals;
import io.timeledger.streams.ledger.Refusal;
import java.math.BigDecimal;
import java.util.Set;

/// Settings after a patch, checked field by field.
final class PatchedSettings {
  private static final Set<Integer> ROUNDING_STEPS = Set.of(0, 5, 6, 15, 30);
  private static final Set<String> PLANS = Set.of("free", "pro");
  private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);
  private static final BigDecimal HOURS_OF_WEEK = BigDecimal.valueOf(168);

  private PatchedSettings() {}

  /// @throws Refusal naming every bad field
  static Settings of(Settings before, SettingsPatch patch) {
    FieldChecks check = new FieldChecks();
    Settings after =
        before.with(
            b ->
                b.timezone(check.kept("timezone", patch.timezone(), before.timezone()))
                    .weekStartDay(
                        check.kept("week_start_day", patch.weekStartDay(), before.weekStartDay()))
                    .roundingMinutes(
                        check.kept(
                            "rounding_minutes", patch.roundingMinutes(), before.roundingMinutes()))
                    .roundingStrategy(
                        check.kept(
                            "rounding_strategy",
                            patch.roundingStrategy(),
                            before.roundingStrategy()))
                    .defaultBillable(
                        check.kept(
                            "default_billable", patch.defaultBillable(), before.defaultBillable()))
                    .requireDescription(
                        check.kept(
                            "require_description",
                            patch.requireDescription(),
                            before.requireDescription()))
                    .requiredFields(
                        check.kept(
                            "required_fields", patch.requiredFields(), before.requiredFields()))
                    .allowFutureEntries(
                        check.kept(
                            "allow_future_entries",
                            patch.allowFutureEntries(),
                            before.allowFutureEntries()))
                    .overlapPolicy(
                        check.kept("overlap_policy", patch.overlapPolicy(), before.overlapPolicy()))
                    .unknownReferences(
                        check.kept(
                            "unknown_references",
                            patch.unknownReferences(),
                            before.unknownReferences()))
                    .midnightPolicy(
                        check.kept(
                            "midnight_policy", patch.midnightPolicy(), before.midnightPolicy()))
                    .allowSelfApproval(
                        check.kept(
                            "allow_self_approval",
                            patch.allowSelfApproval(),
                            before.allowSelfApproval()))
                    .autoSubmitDow(patch.autoSubmitDow().orKeep(before.autoSubmitDow()))
                    .defaultHourlyRate(
                        check.kept(
                            "default_hourly_rate",
                            patch.defaultHourlyRate(),
                            before.defaultHourlyRate()))
                    .defaultCurrency(
                        check.kept(
                            "default_currency", patch.defaultCurrency(), before.defaultCurrency()))
                    .defaultWeeklyHours(
                        check.kept(
                            "default_weekly_hours",
                            patch.defaultWeeklyHours(),
                            before.defaultWeeklyHours()))
                    .runawayTimerHours(
                        check.kept(
                            "runaway_timer_hours",
                            patch.runawayTimerHours(),
                            before.runawayTimerHours()))
                    .runawayTimerHoursAutoStop(
                        check.kept(
                            "runaway_timer_hours_auto_stop",
                            patch.runawayTimerHoursAutoStop(),
                            before.runawayTimerHoursAutoStop()))
                    .idleMinutes(
                        check.kept("idle_minutes", patch.idleMinutes(), before.idleMinutes()))
                    .pomodoroFocusMinutes(
                        check.kept(
                            "pomodoro_focus_minutes",
                            patch.pomodoroFocusMinutes(),
                            before.pomodoroFocusMinutes()))
                    .pomodoroBreakMinutes(
                        check.kept(
                            "pomodoro_break_minutes",
                            patch.pomodoroBreakMinutes(),
                            before.pomodoroBreakMinutes()))
                    .pomodoroLongBreakMinutes(
                        check.kept(
                            "pomodoro_long_break_minutes",
                            patch.pomodoroLongBreakMinutes(),
                            before.pomodoroLongBreakMinutes()))
                    .restrictTagCreation(
                        check.kept(
                            "restrict_tag_creation",
                            patch.restrictTagCreation(),
                            before.restrictTagCreation()))
                    .reminderMinDailyHours(
                        patch.reminderMinDailyHours().orKeep(before.reminderMinDailyHours()))
                    .reminderMinWeeklyHours(
                        patch.reminderMinWeeklyHours().orKeep(before.reminderMinWeeklyHours()))
                    .plan(check.kept("plan", patch.plan(), before.plan()))
                    .managerScope(
                        check.kept("manager_scope", patch.managerScope(), before.managerScope()))
                    .overtimeWeeklyHours(
                        patch.overtimeWeeklyHours().orKeep(before.overtimeWeeklyHours())));
    checkRanges(after, check);
    check.throwIfAny();
    return after.with(
        b ->
            b.defaultHourlyRate(Decimals.kept(after.defaultHourlyRate()))
                .defaultWeeklyHours(Decimals.kept(after.defaultWeeklyHours()))
                .reminderMinDailyHours(Decimals.keptOrNull(after.reminderMinDailyHours()))
                .reminderMinWeeklyHours(Decimals.keptOrNull(after.reminderMinWeeklyHours()))
                .overtimeWeeklyHours(Decimals.keptOrNull(after.overtimeWeeklyHours())));
  }

  private static void checkRanges(Settings s, FieldChecks check) {
    check.within("week_start_day", s.weekStartDay(), 0, 6);
    check.oneOf("rounding_minutes", s.roundingMinutes(), ROUNDING_STEPS);
    check.within("auto_submit_dow", s.autoSubmitDow(), 0, 6);
    check.rate("default_hourly_rate", s.defaultHourlyRate());
    check.currency("default_currency", s.defaultCurrency());
    check.hours("default_weekly_hours", s.defaultWeeklyHours(), HOURS_OF_WEEK);
    check.within("runaway_timer_hours", s.runawayTimerHours(), 1, 168);
    check.within("idle_minutes", s.idleMinutes(), 1, 480);
    check.within("pomodoro_focus_minutes", s.pomodoroFocusMinutes(), 1, 480);
    check.within("pomodoro_break_minutes", s.pomodoroBreakMinutes(), 1, 480);
    check.within("pomodoro_long_break_minutes", s.pomodoroLongBreakMinutes(), 1, 480);
    check.hours("reminder_min_daily_hours", s.reminderMinDailyHours(), HOURS_OF_DAY);
    check.hours("reminder_min_weekly_hours", s.reminderMinWeeklyHours(), HOURS_OF_WEEK);
    check.hours("overtime_weekly_hours", s.overtimeWeeklyHours(), HOURS_OF_WEEK);
    check.oneOf("plan", s.plan(), PLANS);
  }
}
