package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;

/// The tenant.
@RecordBuilder
public record Workspace(
    WorkspaceId id, String name, UserId ownerId, Instant createdAt, int version, long sequence)
    implements Resource, WorkspaceBuilder.With {

  @Override
  public WorkspaceId workspaceId() {
    return id;
  }

  @Override
  public String subject() {
    return id.value();
  }
}
