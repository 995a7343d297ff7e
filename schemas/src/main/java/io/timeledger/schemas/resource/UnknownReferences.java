package io.timeledger.schemas.resource;

/// What happens to an entry that names an unknown project, task or client.
public enum UnknownReferences {
  /// A directory stub is made in the same transaction.
  ACCEPT,
  REJECT
}
