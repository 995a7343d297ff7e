package io.timeledger.streams.ledger.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Splits worked time at local midnights. The pieces are contiguous and their durations add up
/// exactly to the whole, also across clock changes.
public final class MidnightSplit {
  /// Entries over more days are not split.
  static final int MOST = 31;

  private MidnightSplit() {}

  /// One piece per local day; the whole if it has no clock times or too many days.
  static List<EntryTimes> of(EntryTimes whole) {
    Instant start = whole.startedAt();
    Instant end = whole.endedAt();
    if (start == null || end == null) {
      return List.of(whole);
    }
    List<EntryTimes> pieces = new ArrayList<>();
    Instant from = start;
    while (from.isBefore(end) && pieces.size() <= MOST) {
      LocalDate day = LocalDate.ofInstant(from, whole.timezone());
      Instant midnight = day.plusDays(1).atStartOfDay(whole.timezone()).toInstant();
      Instant to = midnight.isBefore(end) ? midnight : end;
      pieces.add(
          new EntryTimes(from, to, whole.timezone(), day, from.until(to, ChronoUnit.SECONDS)));
      from = to;
    }
    return pieces.isEmpty() || pieces.size() > MOST ? List.of(whole) : pieces;
  }

  /// Distributes the rounded duration of the whole: each piece keeps its duration, and the
  /// difference goes to the last; what would make that negative goes to the one before.
  ///
  /// @param durations of the pieces, in seconds
  /// @param rounded the whole, in seconds
  static List<Long> shareRounded(List<Long> durations, long rounded) {
    List<Long> shares = new ArrayList<>(durations);
    long difference = rounded - durations.stream().mapToLong(Long::longValue).sum();
    for (int i = shares.size() - 1; i >= 0 && difference != 0; i--) {
      long share = Math.max(0, shares.get(i) + difference);
      difference -= share - shares.get(i);
      shares.set(i, share);
    }
    return shares;
  }
}
