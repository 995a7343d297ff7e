package io.timeledger.schemas.id;

/// A member of a workspace, by the customer's own id.
public record UserId(String value) implements Id {
  public UserId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
