package io.timeledger.schemas.resource;

/// The order in which a webhook's deliveries are sent.
public enum DeliveryOrder {
  /// No order guarantee: later deliveries overtake one that is being retried.
  NONE,
  /// One at a time: a failing delivery blocks all behind it until it is final.
  STRICT
}
