package io.timeledger.schemas.resource;

/// What the entries of one invoice line have in common, besides their currency.
public enum InvoiceGrouping {
  ENTRY,
  PROJECT,
  USER,
  TASK,
  DAY
}
