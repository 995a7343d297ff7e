package io.timeledger.calendar.round;

import io.timeledger.calendar.provider.ProviderFault;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A failure of work on a lane.
///
/// @param streak failures of the lane in a row, including this one
/// @param lastSuccessAt null if no round ever succeeded
/// @param poll regular poll interval
/// @param atCursor whether the work began at a cursor
/// @param alone whether the connection has no other calendar that can be read
public record RoundFailure(
    ProviderFault fault,
    int streak,
    @Nullable Instant lastSuccessAt,
    Duration poll,
    boolean atCursor,
    boolean alone,
    Instant endedAt) {
  public RoundFailure {
    if (streak < 1) {
      throw new IllegalArgumentException("streak: " + streak + " (expected: >= 1)");
    }
  }
}
