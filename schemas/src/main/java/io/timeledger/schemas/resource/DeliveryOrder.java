package io.timeledger.schemas.resource;

/// In which order the deliveries of a webhook go out.
public enum DeliveryOrder {
  /// As they come; a failed one is retried while others overtake it.
  NONE,
  /// One after the other: a failing one holds all behind it until it is final.
  STRICT
}
