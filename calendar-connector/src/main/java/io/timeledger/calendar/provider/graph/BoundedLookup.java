package io.timeledger.calendar.provider.graph;

import io.timeledger.calendar.provider.ProviderException;
import io.timeledger.calendar.provider.UnreadableItemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Bounds the lookups for one page in number and time: the lane's lease must outlive the page. Not
/// thread-safe.
final class BoundedLookup {
  static final int MOST = 200;

  /// Of all lookups of a page. Together with the call for the page and the waits for turns, it is
  /// less than a minute, which is the usual lease.
  static final Duration LONGEST = Duration.ofSeconds(15);

  /// A lookup that had less time would often fail the round.
  private static final Duration SHORTEST_CALL = Duration.ofSeconds(3);

  private final EventLookup lookup;
  private final InstantSource clock;
  private final Instant end;
  private int used;

  /// The time begins now.
  BoundedLookup(EventLookup lookup, InstantSource clock) {
    this.lookup = lookup;
    this.clock = clock;
    this.end = clock.instant().plus(LONGEST);
  }

  boolean isSpent() {
    return used >= MOST || left().compareTo(SHORTEST_CALL) < 0;
  }

  /// @return empty if the calendar does not have the event, or hides it
  /// @throws UnreadableItemException if there is no answer for this id, or nothing left to ask
  Optional<JsonNode> find(String ref) throws ProviderException {
    return lookup.find(ref, spent());
  }

  /// All instances of a series in the window; empty if the response does not have them all.
  ///
  /// @throws UnreadableItemException if there is no answer for this id, or nothing left to ask
  Optional<List<JsonNode>> instances(String seriesRef) throws ProviderException {
    return lookup.instances(seriesRef, spent());
  }

  /// @return the deadline of the call
  private Duration spent() {
    Duration left = left();
    if (isSpent()) {
      throw new UnreadableItemException("too_many_lookups");
    }
    used++;
    return left;
  }

  private Duration left() {
    return Duration.between(clock.instant(), end);
  }
}
