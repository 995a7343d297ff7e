package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.ProviderFault;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A round that failed.
///
/// @param streak how many rounds of the lane failed in a row, this one included
/// @param lastSuccessAt null when no round ever ended well
/// @param poll how often the calendar is read otherwise
public record RoundFailure(
    ProviderFault fault,
    int streak,
    @Nullable Instant lastSuccessAt,
    Duration poll,
    Instant endedAt) {
  public RoundFailure {
    if (streak < 1) {
      throw new IllegalArgumentException("streak: " + streak + " (expected: >= 1)");
    }
  }
}
