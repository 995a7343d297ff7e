package io.timeledger.schemas.resource;

/// What a rollup is summed by.
public enum Dimension {
  WORKSPACE,
  USER,
  PROJECT,
  TASK,
  ENTITY
}
