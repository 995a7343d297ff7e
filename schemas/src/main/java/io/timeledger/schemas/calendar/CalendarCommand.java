package io.timeledger.schemas.calendar;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import java.util.List;

/// A command to the calendar connector, about the caller's own calendars. Its wire name is its
/// `@JsonTypeName`.
public sealed interface CalendarCommand {

  /// Makes all selected calendars of the connection due, or joins the rounds that are. Answered
  /// with a round of them.
  @JsonTypeName("sync_now")
  record SyncNow(ConnectionId connectionId) implements CalendarCommand {}

  /// Idempotent. Answered with the blocks that were not dismissed before; ids that are no blocks of
  /// the caller are `not_found`, and then nothing is dismissed.
  @JsonTypeName("dismiss_blocks")
  record DismissBlocks(List<BlockId> ids) implements CalendarCommand {
    public DismissBlocks {
      ids = List.copyOf(ids);
    }
  }

  /// Undoes a dismissal. Idempotent.
  @JsonTypeName("restore_block")
  record RestoreBlock(BlockId id) implements CalendarCommand {}

  /// A hint that the calendar has changed. Not answered.
  @JsonTypeName("calendar_due")
  record CalendarDue(CalendarId id) implements CalendarCommand {}
}
