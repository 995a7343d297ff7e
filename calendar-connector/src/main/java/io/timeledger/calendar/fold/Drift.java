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

  /// The drift of a meeting without visible sources.
  ///
  /// @param hidden why the remaining sources are hidden; null if there are none
  /// @param last time of the meeting according to its last visible source
  public static Drift ofUnseen(@Nullable HiddenReason hidden, EventTime last, Window window) {
    if (hidden != null) {
      return CANCELLED;
    }
    return window.touches(last) ? GONE : LEFT_WINDOW;
  }

  /// The drift to show. A meeting both moved and retitled is shown as moved. A title that was or is
  /// withheld is not compared: showing and hiding titles is no change by the organizer.
  public static Optional<Drift> since(ConversionSnapshot then, FoldedBlock now) {
    if (!sameTime(then.time(), now.time())) {
      return Optional.of(MOVED);
    }
    boolean sameTitle =
        then.titleWithheld()
            || now.isTitleWithheld()
            || Objects.equals(then.titleHash(), TextHash.ofNullable(now.title()));
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
