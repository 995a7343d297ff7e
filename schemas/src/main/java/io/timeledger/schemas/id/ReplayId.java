package io.timeledger.schemas.id;

/// A replay of deliveries: `rpl_` and a ULID.
public record ReplayId(String value) implements Id {
  public ReplayId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
