package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A task of a project.
///
/// @param deletedAt null unless deleted
@RecordBuilder
public record Task(
    TaskId id,
    WorkspaceId workspaceId,
    String name,
    @Nullable ProjectId projectId,
    @Nullable BigDecimal estimateHours,
    @Nullable Instant completedAt,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, TaskBuilder.With {

  @Override
  public String subject() {
    return id.value();
  }
}
