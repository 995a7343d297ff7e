package io.timeledger.calendar.fold;

import io.timeledger.calendar.provider.SourceEvent;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the ids of blocks. All copies of a meeting of one member have the same, whichever provider
/// and connection they come from; outside its workspace an id tells nothing.
public final class BlockIdentity {
  private static final String SINGLE = "-";

  private BlockIdentity() {}

  /// @param originalStart of the instance, as [SourceEvent] has it; null for a single event, which
  ///     may be moved and stays itself
  public static BlockId of(
      WorkspaceId workspace, UserId user, String uid, @Nullable String originalStart) {
    return id(
        List.of(
            workspace.value(),
            user.value(),
            CleanUid.of(uid),
            originalStart == null ? SINGLE : originalStart));
  }

  /// The id of an event's block. An event without UID is alone.
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
