package io.timeledger.schemas.id;

/// A rate override.
public record RateId(String value) implements Id {
  public RateId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
