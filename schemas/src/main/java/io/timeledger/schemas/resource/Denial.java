package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;

/// An attempt that was refused for want of a right; kept for the audit alone.
///
/// @param action what was tried, as its event would have been called
/// @param entityType of the thing that was tried to be changed
/// @param entityId of that thing; the workspace's for settings
/// @param code of the refusal
public record Denial(
    WorkspaceId workspaceId,
    String action,
    String entityType,
    String entityId,
    UserId userId,
    String code,
    String message)
    implements Resource {

  @Override
  public String subject() {
    return entityId;
  }

  @Override
  public int version() {
    return 0;
  }
}
