package io.timeledger.ingest.settings;

import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.SettingsPatch;
import java.math.BigDecimal;

/// Validates the form of a settings patch; the ledger validates the values.
final class SettingsForm {
  private static final int DIGITS = 9;
  private static final int PLACES = 4;

  private SettingsForm() {}

  static SettingsPatch checked(SettingsPatch patch) {
    FieldValidator form = new FieldValidator();
    form.zone("timezone", patch.timezone().value());
    form.text("plan", patch.plan().value(), 64);
    check(form, "default_hourly_rate", patch.defaultHourlyRate());
    check(form, "default_weekly_hours", patch.defaultWeeklyHours());
    check(form, "reminder_min_daily_hours", patch.reminderMinDailyHours());
    check(form, "reminder_min_weekly_hours", patch.reminderMinWeeklyHours());
    check(form, "overtime_weekly_hours", patch.overtimeWeeklyHours());
    form.check();
    return patch;
  }

  private static void check(FieldValidator form, String field, Patch<BigDecimal> patch) {
    form.decimal(field, patch.value(), DIGITS, PLACES);
  }
}
