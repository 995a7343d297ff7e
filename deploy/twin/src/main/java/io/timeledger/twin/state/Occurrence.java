package io.timeledger.twin.state;

import java.util.Optional;

/// One event in time: a single meeting, or an instance of a series.
///
/// @param originalStart of an instance, kept when it is moved
/// @param exception whether it differs from its series
public record Occurrence(
    Meeting meeting, Optional<When> originalStart, Details details, boolean exception) {

  public boolean in(Span span) {
    return span.touches(details.start(), details.end());
  }

  /// Whether a reader sees the same; what happened to siblings does not count.
  public boolean looksLike(Occurrence other) {
    return details.equals(other.details) && exception == other.exception;
  }
}
