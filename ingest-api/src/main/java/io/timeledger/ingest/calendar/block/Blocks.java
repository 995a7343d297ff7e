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

/// Blocks in the read models. Each query returns the blocks of one member only.
public interface Blocks {

  /// @param filter with both days set
  /// @return ordered by start
  Page list(
      WorkspaceId workspace,
      UserId member,
      BlockFilter filter,
      Paging paging,
      Function<CalendarBlock, ObjectNode> toJson);

  Optional<CalendarBlock> find(WorkspaceId workspace, UserId member, BlockId id);

  /// @return the blocks that exist, in any order
  List<CalendarBlock> findAll(WorkspaceId workspace, UserId member, Collection<BlockId> ids);

  /// The member's entries that overlap the block, except its own.
  List<ObjectNode> overlaps(WorkspaceId workspace, UserId member, CalendarBlock block);

  /// The rounded time of all entries whose entity is the block.
  long trackedSeconds(WorkspaceId workspace, BlockId id);
}
