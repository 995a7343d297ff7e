package io.timeledger.schemas.calendar;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import java.util.List;

/// A command to the calendar connector, about the caller's own calendars. Its wire name is its
/// `@JsonTypeName`.
public sealed interface CalendarCommand {

  /// Requests a round of all selected calendars of the connection, or joins one that was requested
  /// already. The reply has its id.
  @JsonTypeName("sync_now")
  record SyncNow(ConnectionId connectionId) implements CalendarCommand {}

  /// Idempotent. The reply has the blocks that were not dismissed before. If an id is not a block
  /// of the caller, the reply is `not_found` and nothing is dismissed.
  @JsonTypeName("dismiss_blocks")
  record DismissBlocks(List<BlockId> ids) implements CalendarCommand {
    public DismissBlocks {
      ids = List.copyOf(ids);
    }
  }

  /// Undoes a dismissal. Idempotent.
  @JsonTypeName("restore_block")
  record RestoreBlock(BlockId id) implements CalendarCommand {}

  /// A hint that the calendar has changed. Gets no reply.
  ///
  /// @param renewChannel whether the provider is about to drop the push channel, or has dropped it
  @JsonTypeName("calendar_due")
  record CalendarDue(CalendarId id, boolean renewChannel) implements CalendarCommand {

    public static CalendarDue changed(CalendarId id) {
      return new CalendarDue(id, false);
    }
  }
}
