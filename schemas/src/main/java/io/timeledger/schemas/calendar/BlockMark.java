package io.timeledger.schemas.calendar;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;

/// A dismissal of a block, on the private topic `time.calendar-marks.v1`, keyed
/// `workspace/user/block`. A tombstone restores the block.
public record BlockMark(
    WorkspaceId workspaceId, UserId userId, BlockId blockId, Instant dismissedAt) {}
