package io.timeledger.schemas.webhook;

/// The state of a delivery.
public enum DeliveryState {
  /// Waits for its next attempt.
  PENDING,
  /// An attempt is being made.
  LEASED,
  /// The webhook is disabled: no attempts until a replay.
  HELD,
  DELIVERED,
  /// The endpoint's response was one that no retry would change.
  FAILED_PERMANENT,
  /// All attempts failed.
  EXHAUSTED,
  /// The webhook was deleted, or the replay cancelled.
  CANCELLED;

  /// Whether nothing more will be tried.
  public boolean isFinal() {
    return switch (this) {
      case PENDING, LEASED, HELD -> false;
      case DELIVERED, FAILED_PERMANENT, EXHAUSTED, CANCELLED -> true;
    };
  }
}
