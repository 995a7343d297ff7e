package io.timeledger.ingest.imports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;

/// Local start and end times, converted to instants. A time skipped by daylight saving is refused.
/// An ambiguous one is resolved by the row's duration, else by the end being after the start; never
/// by a guess.
record ClockSpan(Instant start, Instant end) {
  /// Files give durations to the minute, or as hours with two decimals.
  private static final long TOLERANCE_SECONDS = 59;

  static ClockSpan of(LocalDateTime start, LocalDateTime end, ZoneId zone, OptionalLong told)
      throws RowException {
    List<ClockSpan> possible =
        instants(start, zone).stream()
            .flatMap(from -> instantsOrNone(end, zone).stream().map(to -> new ClockSpan(from, to)))
            .toList();
    instants(end, zone);
    if (possible.size() == 1) {
      return possible.getFirst();
    }
    List<ClockSpan> fitting = possible.stream().filter(span -> span.fits(told)).toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    throw fitting.isEmpty()
        ? new RowException(
            "duration_contradicts",
            "%s to %s passes through a repeated hour of %s, and no reading of it is as long as the duration says."
                .formatted(start, end, zone))
        : twice(zone.getRules().getValidOffsets(start).size() > 1 ? start : end, zone);
  }

  /// A start without an end.
  static ClockSpan of(LocalDateTime start, ZoneId zone, long seconds) throws RowException {
    List<Instant> possible = instants(start, zone);
    if (possible.size() > 1) {
      throw twice(start, zone);
    }
    return new ClockSpan(possible.getFirst(), possible.getFirst().plusSeconds(seconds));
  }

  private boolean fits(OptionalLong told) {
    long seconds = Duration.between(start, end).toSeconds();
    return told.isPresent()
        ? Math.abs(seconds - told.getAsLong()) <= TOLERANCE_SECONDS
        : seconds > 0;
  }

  private static List<Instant> instants(LocalDateTime local, ZoneId zone) throws RowException {
    List<Instant> instants = instantsOrNone(local, zone);
    if (instants.isEmpty()) {
      throw new RowException(
          "local_time_in_gap",
          "%s did not exist in %s: the clock was put forward.".formatted(local, zone));
    }
    return instants;
  }

  private static List<Instant> instantsOrNone(LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.stream().map(local::toInstant).toList();
  }

  private static RowException twice(LocalDateTime local, ZoneId zone) {
    return new RowException(
        "local_time_ambiguous",
        "%s was there twice in %s, and the row does not tell which it was.".formatted(local, zone));
  }
}
