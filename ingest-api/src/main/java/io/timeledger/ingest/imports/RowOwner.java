package io.timeledger.ingest.imports;

/// What tells whose the rows of a file are.
enum RowOwner {
  EMAIL,
  NAME,
  /// The file does not tell, or names one person whom nobody knows: it is the caller's own.
  CALLER
}
