package io.timeledger.schemas.resource;

/// How much of the resource a webhook carries.
public enum PayloadMode {
  /// `data` is the resource as it is after the change.
  FULL,
  /// `data` is only a reference to the resource: the receiver fetches it with its own rights.
  THIN
}
