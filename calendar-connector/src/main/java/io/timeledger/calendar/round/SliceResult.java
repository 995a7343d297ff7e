package io.timeledger.calendar.round;

/// What a slice came to.
///
/// @param changed sources that were not there, or were others
/// @param removed sources that are gone
public record SliceResult(int changed, int removed) {
  static final SliceResult NONE = new SliceResult(0, 0);

  SliceResult plus(SliceResult other) {
    return new SliceResult(changed + other.changed, removed + other.removed);
  }

  /// Whether nothing is other than before.
  public boolean isNothing() {
    return changed == 0 && removed == 0;
  }
}
