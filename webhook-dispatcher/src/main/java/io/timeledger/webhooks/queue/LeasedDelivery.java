package io.timeledger.webhooks.queue;

import io.timeledger.webhooks.attempt.Lease;

/// A delivery that was just leased.
///
/// @param variant of the body of its event
public record LeasedDelivery(Lease lease, String variant, String host) {

  /// Names the body among those of many events.
  public String bodyKey() {
    return bodyKey(lease.eventId(), variant);
  }

  public static String bodyKey(String eventId, String variant) {
    return eventId + "/" + variant;
  }
}
