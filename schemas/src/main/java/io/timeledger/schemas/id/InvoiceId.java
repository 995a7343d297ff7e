package io.timeledger.schemas.id;

/// An invoice, by the customer's own id.
public record InvoiceId(String value) implements Id {
  public InvoiceId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
