package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.Window;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a meeting differs from the entry that it was converted to. A hint for the member: calendars
/// never change entries.
public enum Drift {
  MOVED,
  RETITLED,
  /// The meeting was cancelled, or its remaining sources are hidden for another reason, such as a
  /// declined invitation.
  CANCELLED,
  /// No calendar has it any more.
  GONE,
  /// Its day is outside the window that is read.
  LEFT_WINDOW;

  /// The drift to show. A meeting both moved and retitled is shown as moved.
  ///
  /// @param block null when no source is visible
  /// @param hidden why the remaining sources are hidden; null if there are none
  public static Optional<Drift> since(
      ConversionSnapshot then,
      @Nullable FoldedBlock block,
      @Nullable HiddenReason hidden,
      Window window) {
    if (block != null) {
      return since(then, block);
    }
    if (hidden != null) {
      return Optional.of(CANCELLED);
    }
    return Optional.of(window.touches(then.time()) ? GONE : LEFT_WINDOW);
  }

  private static Optional<Drift> since(ConversionSnapshot then, FoldedBlock now) {
    if (!sameTime(then.time(), now.time())) {
      return Optional.of(MOVED);
    }
    boolean sameTitle = Objects.equals(then.titleHash(), TextHash.ofNullable(now.title()));
    return sameTitle ? Optional.empty() : Optional.of(RETITLED);
  }

  // The same instants in another zone are no move.
  private static boolean sameTime(EventTime one, EventTime other) {
    if (one instanceof EventTime.Timed a && other instanceof EventTime.Timed b) {
      return a.start().equals(b.start()) && Objects.equals(a.end(), b.end());
    }
    return one.equals(other);
  }
}
