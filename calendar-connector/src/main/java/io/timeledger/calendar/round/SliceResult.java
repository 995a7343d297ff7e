package io.timeledger.calendar.round;

/// What a slice changed.
///
/// @param changed sources inserted or updated
/// @param removed sources deleted
public record SliceResult(int changed, int removed) {
  static final SliceResult NONE = new SliceResult(0, 0);

  SliceResult plus(SliceResult other) {
    return new SliceResult(changed + other.changed, removed + other.removed);
  }

  /// Whether nothing changed.
  public boolean isNothing() {
    return changed == 0 && removed == 0;
  }
}
