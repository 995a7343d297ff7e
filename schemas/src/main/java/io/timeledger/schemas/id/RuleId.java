package io.timeledger.schemas.id;

/// An automation rule, by the customer's own id.
public record RuleId(String value) implements Id {
  public RuleId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
