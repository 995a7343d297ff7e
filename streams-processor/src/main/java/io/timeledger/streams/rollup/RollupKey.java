package io.timeledger.streams.rollup;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Dimension;
import java.time.LocalDate;
import java.util.Currency;

/// The key of a rollup, and its currency.
///
/// @param dimensionId the id in the dimension; for entities `<entity_type>:<entity_id>`, and
///     `internal` for internal time, which has no entity id; for stages the entity's, a slash and
///     the name of the stage
public record RollupKey(
    WorkspaceId workspaceId,
    Dimension dimension,
    String dimensionId,
    LocalDate logDate,
    Currency currency) {

  /// The same at the first day of the month.
  public RollupKey ofMonth() {
    return new RollupKey(workspaceId, dimension, dimensionId, logDate.withDayOfMonth(1), currency);
  }
}
