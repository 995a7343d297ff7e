package io.timeledger.webhooks.postgres;

import java.util.Locale;

/// Whom a record in the outbox is for.
public enum OutboxChannel {
  /// Whoever follows what becomes of deliveries.
  OUTCOMES,
  /// Whoever asked the dispatcher for something.
  REPLIES,
  /// The ledger.
  LEDGER;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static OutboxChannel of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
