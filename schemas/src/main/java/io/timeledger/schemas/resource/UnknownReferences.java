package io.timeledger.schemas.resource;

/// What happens to an entry that names an unknown project, task or client.
public enum UnknownReferences {
  /// Creates a directory stub in the same transaction.
  ACCEPT,
  REJECT
}
