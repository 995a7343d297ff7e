package io.timeledger.schemas.id;

/// A tenant. Everything belongs to exactly one.
public record WorkspaceId(String value) implements Id {
  public WorkspaceId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
