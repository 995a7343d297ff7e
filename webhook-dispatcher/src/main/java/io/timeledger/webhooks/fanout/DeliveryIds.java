package io.timeledger.webhooks.fanout;

import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.Ulid;
import java.time.Instant;

/// Ids that follow from what they are for, so that the same delivery has the same id however
/// often it is made.
public final class DeliveryIds {
  private DeliveryIds() {}

  /// `dlv_` and a ULID.
  ///
  /// @param at its time
  /// @param seed what it is for
  public static DeliveryId of(Instant at, String seed) {
    return new DeliveryId("dlv_" + Ulid.seeded(at, seed));
  }

  /// Of the made-up event of a test: `evt_` and a ULID.
  public static String testEvent(Instant at, String seed) {
    return "evt_" + Ulid.seeded(at, seed);
  }
}
