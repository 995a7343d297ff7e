package io.timeledger.schemas.webhook;

/// The cause of a delivery.
public enum DeliveryTrigger {
  EVENT,
  TEST,
  /// A manual redelivery of one delivery.
  MANUAL,
  REPLAY
}
