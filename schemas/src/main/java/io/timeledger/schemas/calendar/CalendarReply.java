package io.timeledger.schemas.calendar;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ControlReply;
import io.timeledger.schemas.reply.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The connector's reply to a command, on `time.calendar-replies.v1`. The result is readable in
/// `calendar_read` before the reply is sent.
///
/// @param roundId of the requested round, for [CalendarCommand.SyncNow]; null for other commands
/// @param changed blocks that the command dismissed or restored
public record CalendarReply(
    String commandId,
    WorkspaceId workspaceId,
    Instant decidedAt,
    @Nullable String roundId,
    List<BlockId> changed,
    @Nullable Problem problem)
    implements ControlReply {
  public CalendarReply {
    changed = List.copyOf(changed);
  }
}
