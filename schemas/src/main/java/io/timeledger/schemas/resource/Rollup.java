package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The totals of one day of one workspace, user, project, task, entity or stage of an entity.
///
/// @param dimensionId the id in the dimension; for entities `<entity_type>:<entity_id>`, and for
///     their stages the same and `/<stage>`
/// @param totalSeconds rounded seconds of stopped entries
/// @param rawSeconds before rounding
/// @param money by ISO 4217 code
public record Rollup(
    WorkspaceId workspaceId,
    Dimension dimension,
    String dimensionId,
    LocalDate logDate,
    long entries,
    long totalSeconds,
    long rawSeconds,
    long billableSeconds,
    long approvedSeconds,
    long approvedBillableSeconds,
    long invoicedSeconds,
    SortedMap<String, Money> money) {

  public Rollup {
    money = new TreeMap<>(money);
  }

  /// Exact sums of seconds × hourly rate: divide by 3600 and round only for display.
  ///
  /// @param amount over billable time
  /// @param approvedAmount over billable and approved time
  /// @param cost over time that has a cost rate
  public record Money(BigDecimal amount, BigDecimal approvedAmount, BigDecimal cost) {
    public static final Money ZERO = new Money(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  public static Rollup zero(
      WorkspaceId workspace, Dimension dimension, String dimensionId, LocalDate logDate) {
    return new Rollup(
        workspace, dimension, dimensionId, logDate, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>(Map.of()));
  }
}
