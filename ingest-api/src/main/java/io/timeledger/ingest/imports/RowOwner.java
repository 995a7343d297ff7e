package io.timeledger.ingest.imports;

/// How the owner of a row is identified.
enum RowOwner {
  EMAIL,
  NAME,
  /// The file has no owner column, or names one unknown person: its rows belong to the caller.
  CALLER
}
