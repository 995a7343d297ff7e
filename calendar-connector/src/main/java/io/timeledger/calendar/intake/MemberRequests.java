package io.timeledger.calendar.intake;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What members' commands read and change, within one transaction.
public interface MemberRequests {

  /// Requests a round of the connection's calendars.
  ///
  /// @param id of the new round; not used if a requested round is still open or was requested
  ///     within the last minute
  /// @return id of the new or existing round; empty if the member has no such connection
  Optional<String> requestRound(MemberKey member, ConnectionId connection, String id, Instant at);

  /// Whether all are blocks of the member.
  boolean isOwn(MemberKey member, Set<BlockId> blocks);

  /// @return blocks that were not dismissed before
  List<BlockId> dismiss(MemberKey member, List<BlockId> blocks, Instant at);

  /// @return the block if it was dismissed
  List<BlockId> restore(MemberKey member, BlockId block);

  /// Makes a calendar due if it exists and is selected.
  ///
  /// @param renewChannel whether its push channels must be renewed
  /// @param at when its provider reported a change
  void makeDue(WorkspaceId workspace, CalendarId calendar, boolean renewChannel, Instant at);
}
