package io.timeledger.schemas.webhook;

/// How far a delivery is.
public enum DeliveryState {
  /// Waits for its next attempt.
  PENDING,
  /// An attempt is being made.
  LEASED,
  /// The webhook is off: nothing is tried until somebody replays it.
  HELD,
  DELIVERED,
  /// The endpoint gave an answer that no retry would change.
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
