package io.timeledger.acceptance.client;

/// The kind of an operation.
public enum OperationKind {
  /// A new entry, marked by its `external_id`.
  CREATE,
  /// A new entry that is always invalid, marked alike.
  CREATE_WRONG,
  /// A timer, marked by its description.
  START,
  STOP,
  /// An edit of an entry's description, which is the mark.
  EDIT,
  DELETE
}
