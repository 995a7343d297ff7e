package io.timeledger.schemas.id;

/// A project, by the customer's own id.
public record ProjectId(String value) implements Id {
  public ProjectId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
