package io.timeledger.webhooks.postgres;

import io.timeledger.webhooks.attempt.Lease;

/// A delivery that was just leased.
///
/// @param variant of the body of its event
record LeasedDelivery(Lease lease, String variant, String host) {

  /// Names the body among those of many events.
  String bodyKey() {
    return bodyKey(lease.eventId(), variant);
  }

  static String bodyKey(String eventId, String variant) {
    return eventId + "/" + variant;
  }
}
