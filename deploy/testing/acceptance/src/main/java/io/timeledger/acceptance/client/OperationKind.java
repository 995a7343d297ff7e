package io.timeledger.acceptance.client;

/// What a client asks for.
public enum OperationKind {
  /// A new entry, marked by its `external_id`.
  CREATE,
  /// A new entry that no state allows, marked alike.
  CREATE_WRONG,
  /// A timer, marked by its description.
  START,
  STOP,
  /// Another description of an entry, which is the mark.
  EDIT,
  DELETE
}
