package io.timeledger.ingest.report;

import io.timeledger.schemas.resource.Dimension;

/// What totals are reported by: the dimensions of the rollups, and those derived from them.
public enum RollupDimension {
  WORKSPACE(Dimension.WORKSPACE),
  USER(Dimension.USER),
  PROJECT(Dimension.PROJECT),
  TASK(Dimension.TASK),
  ENTITY(Dimension.ENTITY),
  STAGE(Dimension.STAGE),
  /// The sum of the projects that are the client's now; time without a client is in none.
  CLIENT(Dimension.PROJECT);

  private final Dimension stored;

  RollupDimension(Dimension stored) {
    this.stored = stored;
  }

  /// The rollups that it is the sum of.
  public Dimension stored() {
    return stored;
  }
}
