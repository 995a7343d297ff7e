package io.timeledger.twin.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What can differ between a series and one of its instances.
///
/// @param start a time or a day, as the end, which is not before it
/// @param guests addresses of the others
/// @param organizer address; the owner's own, if they called the meeting
/// @param updated when this was last changed
public record Details(
    String title,
    When start,
    When end,
    Privacy privacy,
    Availability availability,
    Response response,
    Purpose purpose,
    List<String> guests,
    String organizer,
    Instant updated) {

  public Details {
    guests = List.copyOf(guests);
    if (start.allDay() != end.allDay() || end.sortKey().isBefore(start.sortKey())) {
      throw new IllegalArgumentException(
          "start and end: %s, %s (expected: both times or both days, in order)"
              .formatted(start.text(), end.text()));
    }
  }

  public Details between(When newStart, When newEnd) {
    return new Details(
        title,
        newStart,
        newEnd,
        privacy,
        availability,
        response,
        purpose,
        guests,
        organizer,
        updated);
  }

  public Details at(Instant now) {
    return new Details(
        title, start, end, privacy, availability, response, purpose, guests, organizer, now);
  }

  public Duration length() {
    return Duration.between(start.sortKey(), end.sortKey());
  }
}
