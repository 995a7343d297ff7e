package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of one workspace. A workspace that never changed them has [#defaults], at version 0.
///
/// @param weekStartDay 0 to 6, Sunday is 0
/// @param roundingMinutes 0, 5, 6, 15 or 30; 0 is off
/// @param autoSubmitDow 0 to 6, Sunday is 0; null is off
/// @param overtimeWeeklyHours threshold of a member's week for alerts; null is off
/// @param updatedAt null at version 0
@RecordBuilder
public record Settings(
    WorkspaceId workspaceId,
    ZoneId timezone,
    int weekStartDay,
    int roundingMinutes,
    RoundingStrategy roundingStrategy,
    boolean defaultBillable,
    boolean requireDescription,
    Set<RequiredField> requiredFields,
    boolean allowFutureEntries,
    OverlapPolicy overlapPolicy,
    UnknownReferences unknownReferences,
    MidnightPolicy midnightPolicy,
    boolean allowSelfApproval,
    @Nullable Integer autoSubmitDow,
    BigDecimal defaultHourlyRate,
    Currency defaultCurrency,
    BigDecimal defaultWeeklyHours,
    int runawayTimerHours,
    boolean runawayTimerHoursAutoStop,
    int idleMinutes,
    int pomodoroFocusMinutes,
    int pomodoroBreakMinutes,
    int pomodoroLongBreakMinutes,
    boolean restrictTagCreation,
    @Nullable BigDecimal reminderMinDailyHours,
    @Nullable BigDecimal reminderMinWeeklyHours,
    String plan,
    ManagerScope managerScope,
    @Nullable BigDecimal overtimeWeeklyHours,
    @Nullable Instant updatedAt,
    int version,
    long sequence)
    implements Resource, SettingsBuilder.With {

  public Settings {
    requiredFields = SortedSets.copyOf(requiredFields);
    // Old records lack the field.
    managerScope = Objects.requireNonNullElse(managerScope, ManagerScope.WORKSPACE);
  }

  public static Settings defaults(WorkspaceId workspace) {
    return SettingsBuilder.builder()
        .workspaceId(workspace)
        .timezone(ZoneId.of("UTC"))
        .weekStartDay(1)
        .roundingMinutes(0)
        .roundingStrategy(RoundingStrategy.NEAREST)
        .requiredFields(Set.of())
        .overlapPolicy(OverlapPolicy.ALLOW)
        .unknownReferences(UnknownReferences.ACCEPT)
        .midnightPolicy(MidnightPolicy.START_DAY)
        .defaultHourlyRate(BigDecimal.ZERO)
        .defaultCurrency(Currency.getInstance("USD"))
        .defaultWeeklyHours(BigDecimal.valueOf(40))
        .runawayTimerHours(12)
        .idleMinutes(10)
        .pomodoroFocusMinutes(25)
        .pomodoroBreakMinutes(5)
        .pomodoroLongBreakMinutes(15)
        .plan("pro")
        .managerScope(ManagerScope.WORKSPACE)
        .overtimeWeeklyHours(BigDecimal.valueOf(40))
        .build();
  }

  /// Whether the field is required on entries; `require_description` counts too.
  public boolean requires(RequiredField field) {
    return requiredFields.contains(field)
        || (field == RequiredField.DESCRIPTION && requireDescription);
  }

  @Override
  public String subject() {
    return workspaceId.value();
  }
}
