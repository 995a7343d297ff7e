package io.timeledger.calendar.intake;

import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.restricted.ConnectionSecret;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record of the log that this service handles.
public sealed interface TakenRecord {

  /// An event of the ledger.
  record TakenEvent(Event event) implements TakenRecord {}

  /// A new secret of a connection.
  ///
  /// @param secret null for a tombstone
  record TakenSecret(ConnectionId connectionId, @Nullable ConnectionSecret secret)
      implements TakenRecord {}

  /// A command with what its reply needs.
  ///
  /// @param headers that its reply gets
  /// @param at timestamp of its record
  record TakenCommand(CalendarEnvelope envelope, Map<String, String> headers, Instant at)
      implements TakenRecord {}
}
