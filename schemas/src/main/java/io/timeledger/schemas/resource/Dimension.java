package io.timeledger.schemas.resource;

/// The dimension of a rollup.
public enum Dimension {
  WORKSPACE,
  USER,
  PROJECT,
  TASK,
  ENTITY,
  /// A stage of an entity, by the first tag `stage:<name>` of each entry.
  STAGE
}
