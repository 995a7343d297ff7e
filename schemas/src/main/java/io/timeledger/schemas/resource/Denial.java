package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;

/// An attempt refused for a missing permission; kept for the audit alone.
///
/// @param action name of the event that the attempt would have caused
/// @param entityType of the resource that the caller tried to change
/// @param entityId of that resource; the workspace's for settings
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
