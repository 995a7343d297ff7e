package io.timeledger.schemas.id;

/// A line of an invoice.
public record InvoiceLineId(String value) implements Id {
  public InvoiceLineId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
