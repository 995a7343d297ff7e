package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.EventTime;
import io.timeledger.calendar.provider.Window;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a meeting differs from what became an entry. A hint for its owner: no calendar changes an
/// entry.
public enum Drift {
  MOVED,
  RETITLED,
  /// The meeting is cancelled, or its owner declined.
  CANCELLED,
  /// Its calendars no longer have it.
  GONE,
  /// It is too old, or too far ahead, to be read any more.
  LEFT_WINDOW;

  /// The drift to show: a moved and retitled meeting is moved.
  ///
  /// @param block null when no source shows
  /// @param hidden why the sources that are left do not show; null when there are none
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

  // Another zone of the same instants is no move.
  private static boolean sameTime(EventTime one, EventTime other) {
    if (one instanceof EventTime.Timed a && other instanceof EventTime.Timed b) {
      return a.start().equals(b.start()) && Objects.equals(a.end(), b.end());
    }
    return one.equals(other);
  }
}
