package io.timeledger.calendar.intake;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What commands read and change, as of one transaction.
public interface MemberRequests {

  /// Makes the calendars of the connection due.
  ///
  /// @param id of the round, unless one was asked for that has not ended, or within the last minute
  /// @return the id of the round; empty when the member has no such connection
  Optional<String> requestRound(MemberKey member, ConnectionId connection, String id, Instant at);

  /// Whether all are blocks of the member.
  boolean isOwn(MemberKey member, Set<BlockId> blocks);

  /// @return those that were not dismissed before
  List<BlockId> dismiss(MemberKey member, List<BlockId> blocks, Instant at);

  /// @return the block, if it was dismissed
  List<BlockId> restore(MemberKey member, BlockId block);

  /// Makes a calendar due, if it is there and read at all.
  void makeDue(WorkspaceId workspace, CalendarId calendar);
}
