package io.timeledger.schemas.webhook;

/// Why there is a delivery.
public enum DeliveryTrigger {
  EVENT,
  TEST,
  /// Somebody asked for one delivery once more.
  MANUAL,
  REPLAY
}
