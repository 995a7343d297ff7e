package io.timeledger.schemas.id;

/// A team, by the customer's own id.
public record TeamId(String value) implements Id {
  public TeamId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
