package io.timeledger.calendar.postgres;

import java.util.Locale;

/// Whom a record in the outbox is for.
public enum CalendarChannel {
  /// Readers of when members are busy.
  BLOCKS,
  /// This service, after its schema was lost.
  MARKS,
  /// The API instance that sent the request.
  REPLIES,
  /// The ledger.
  LEDGER;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CalendarChannel of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
