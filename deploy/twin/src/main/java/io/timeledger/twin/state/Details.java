package io.timeledger.twin.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What can differ between a series and one of its instances.
///
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
