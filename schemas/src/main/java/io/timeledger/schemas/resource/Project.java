package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A project, pushed by the customer's other systems or first seen on an entry.
///
/// @param billable default for entries of the project; null uses the workspace's default
/// @param deletedAt null unless deleted
@RecordBuilder
public record Project(
    ProjectId id,
    WorkspaceId workspaceId,
    String name,
    @Nullable ClientId clientId,
    @Nullable Boolean billable,
    @Nullable BigDecimal timeBudgetHours,
    boolean archived,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, ProjectBuilder.With {

  @Override
  public String subject() {
    return id.value();
  }
}
