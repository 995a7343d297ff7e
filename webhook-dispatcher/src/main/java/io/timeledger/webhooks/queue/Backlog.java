package io.timeledger.webhooks.queue;

import java.time.Duration;

/// What waits in the queue, as of one look.
///
/// @param oldestDue for how long the longest waiting delivery has been due that could have been
///     claimed: its endpoint takes calls and is not held; zero when there is none
/// @param heldLanes endpoints that wait for a time that they asked for, for their rate or for their
///     secret
public record Backlog(Duration oldestDue, int heldLanes) {
  static final Backlog NONE = new Backlog(Duration.ZERO, 0);
}
