package io.timeledger.schemas.id;

/// An approval route, by the customer's own id.
public record RouteId(String value) implements Id {
  public RouteId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
