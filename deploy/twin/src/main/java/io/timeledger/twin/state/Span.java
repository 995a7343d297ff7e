package io.timeledger.twin.state;

import java.time.Instant;

/// A half-open span of time: an event is inside if it ends after the start and starts before the
/// end.
public record Span(Instant from, Instant to) {
  public static final Span ALWAYS =
      new Span(Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2200-01-01T00:00:00Z"));

  public boolean touches(When start, When end) {
    return end.sortKey().isAfter(from) && start.sortKey().isBefore(to);
  }
}
