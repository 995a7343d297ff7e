package io.timeledger.twin.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Expands meetings into what stands in a calendar.
public final class Occurrences {
  /// An instance may have been moved into the span from outside.
  private static final Duration SLACK = Duration.ofDays(62);

  private Occurrences() {}

  public static List<Occurrence> of(Meeting meeting, Span span) {
    List<Occurrence> found = new ArrayList<>();
    if (meeting.rule().isEmpty()) {
      found.add(new Occurrence(meeting, Optional.empty(), meeting.details(), false));
    } else {
      Instant last = span.to().plus(SLACK);
      meeting
          .rule()
          .get()
          .starts(
              meeting.details().start(),
              start -> {
                instance(meeting, start).ifPresent(found::add);
                return start.sortKey().isBefore(last);
              });
    }
    found.removeIf(occurrence -> !occurrence.in(span));
    return found;
  }

  /// The instance that was planned for this start; empty if cancelled or never planned.
  public static Optional<Occurrence> find(Meeting meeting, String originalStart) {
    List<Occurrence> found = new ArrayList<>();
    meeting
        .rule()
        .ifPresent(
            rule ->
                rule.starts(
                    meeting.details().start(),
                    start -> {
                      if (start.compact().equals(originalStart)) {
                        instance(meeting, start).ifPresent(found::add);
                        return false;
                      }
                      return true;
                    }));
    return found.stream().findFirst();
  }

  private static Optional<Occurrence> instance(Meeting meeting, When start) {
    return switch (meeting.exceptions().get(start.compact())) {
      case null -> Optional.of(planned(meeting, start));
      case Exceptional.Changed changed ->
          Optional.of(new Occurrence(meeting, Optional.of(start), changed.details(), true));
      case Exceptional.Cancelled _ -> Optional.empty();
    };
  }

  private static Occurrence planned(Meeting meeting, When start) {
    Details details = meeting.details();
    return new Occurrence(
        meeting, Optional.of(start), details.between(start, start.plus(details.length())), false);
  }
}
