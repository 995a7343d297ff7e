package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Derives the ids of blocks. All copies of one member's meeting get the same id, regardless of
/// provider and connection. An id reveals nothing and differs between workspaces.
public final class BlockIdentity {
  private static final String SINGLE = "-";

  private BlockIdentity() {}

  /// @param originalStart of the instance, as in [SourceEvent]; null for a single event, which
  ///     keeps its id when it moves
  public static BlockId of(
      WorkspaceId workspace, UserId user, String uid, @Nullable String originalStart) {
    return id(
        List.of(
            workspace.value(),
            user.value(),
            CleanUid.of(uid),
            originalStart == null ? SINGLE : originalStart));
  }

  /// The id of an event's block. An event without UID shares its block with no other event.
  public static BlockId of(
      WorkspaceId workspace, UserId user, CalendarId calendar, SourceEvent event) {
    return event.uid() == null
        ? id(List.of(workspace.value(), user.value(), calendar.value(), event.eventRef(), SINGLE))
        : of(workspace, user, event.uid(), event.originalStart());
  }

  private static BlockId id(List<String> parts) {
    return new BlockId("blk_" + TextHash.base32(parts));
  }
}
