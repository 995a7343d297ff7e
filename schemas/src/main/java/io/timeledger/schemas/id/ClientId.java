package io.timeledger.schemas.id;

/// A client, by the customer's own id.
public record ClientId(String value) implements Id {
  public ClientId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
