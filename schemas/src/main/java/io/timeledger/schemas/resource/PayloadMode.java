package io.timeledger.schemas.resource;

/// How much of the resource a webhook carries.
public enum PayloadMode {
  /// `data` is the resource as it is after the change.
  FULL,
  /// `data` names the resource only: the receiver asks for it by its own rights.
  THIN
}
