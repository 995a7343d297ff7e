package io.timeledger.schemas.id;

/// A task, by the customer's own id.
public record TaskId(String value) implements Id {
  public TaskId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
