package io.timeledger.schemas.id;

/// A webhook subscription: `wh_` and a ULID.
public record WebhookId(String value) implements Id {
  public WebhookId {
    Id.requireValid(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
