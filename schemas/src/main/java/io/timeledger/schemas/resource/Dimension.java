package io.timeledger.schemas.resource;

/// What a rollup is summed by.
public enum Dimension {
  WORKSPACE,
  USER,
  PROJECT,
  TASK,
  ENTITY,
  /// A stage of an entity, by the first tag `stage:<name>` of each entry.
  STAGE
}
