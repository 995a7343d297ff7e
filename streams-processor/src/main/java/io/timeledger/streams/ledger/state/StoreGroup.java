package io.timeledger.streams.ledger.state;

/// Tables that share one store, because each store costs start time and file handles.
public enum StoreGroup {
  /// Time entries: many, and seldom read again.
  ENTRIES,
  /// Keys and ids of records in other tables.
  INDEX,
  /// Everything else: few records, which most commands read.
  WORKSPACE
}
