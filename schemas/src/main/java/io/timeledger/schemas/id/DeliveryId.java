package io.timeledger.schemas.id;

/// One event on its way to one webhook: `dlv_` and a ULID.
public record DeliveryId(String value) implements Id {
  public DeliveryId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
