package io.timeledger.schemas.id;

/// A contact of the customer's CRM; the id is chosen by the customer.
public record ContactId(String value) implements Id {
  public ContactId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
