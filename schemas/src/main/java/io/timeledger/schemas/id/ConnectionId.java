package io.timeledger.schemas.id;

/// A member's account at a calendar provider: `conn_` and a ULID.
public record ConnectionId(String value) implements Id {
  public static final String PREFIX = "conn_";

  public ConnectionId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
