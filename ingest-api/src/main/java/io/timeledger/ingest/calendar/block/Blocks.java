package io.timeledger.ingest.calendar.block;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Blocks of one member in the read models; nobody reads another member's.
public interface Blocks {

  /// @param filter with its days
  /// @return in the order of their begin
  Page list(
      WorkspaceId workspace,
      UserId member,
      BlockFilter filter,
      Paging paging,
      Function<CalendarBlock, ObjectNode> toJson);

  Optional<CalendarBlock> find(WorkspaceId workspace, UserId member, BlockId id);

  /// @return those that exist, in any order
  List<CalendarBlock> findAll(WorkspaceId workspace, UserId member, Collection<BlockId> ids);

  /// The member's entries during the block, other than its own.
  List<ObjectNode> overlaps(WorkspaceId workspace, UserId member, CalendarBlock block);

  /// The time of all members on the meeting.
  long trackedSeconds(WorkspaceId workspace, BlockId id);
}
