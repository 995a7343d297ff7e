package io.timeledger.calendar.postgres;

import java.util.Locale;

/// The destination of a record in the outbox.
public enum CalendarChannel {
  /// The public topic of blocks.
  BLOCKS,
  /// The private topic of dismissals, from which this service restores a lost schema.
  MARKS,
  /// The API instance that sent the command.
  REPLIES,
  /// The ledger's commands.
  LEDGER,
  /// The private topic of sealed grants, from which this service restores a lost schema.
  GRANTS;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CalendarChannel of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
