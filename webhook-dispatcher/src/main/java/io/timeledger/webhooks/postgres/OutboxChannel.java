package io.timeledger.webhooks.postgres;

import java.util.Locale;

/// Whom a record in the outbox is for.
public enum OutboxChannel {
  /// Consumers of delivery outcomes.
  OUTCOMES,
  /// The API instance that sent the request.
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
