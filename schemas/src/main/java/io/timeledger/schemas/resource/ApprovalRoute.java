package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who approves the timesheets of a member, team, project or workspace, level after level. A
/// timesheet takes the levels of its route along when it is submitted: later changes of the route
/// leave it alone.
///
/// @param scopeId the user, team or project; null for the workspace
/// @param levels 1 to 10, the first decides first
/// @param deletedAt null unless deleted
@RecordBuilder
public record ApprovalRoute(
    RouteId id,
    WorkspaceId workspaceId,
    String name,
    RouteScope scope,
    @Nullable String scopeId,
    List<ApprovalLevel> levels,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, ApprovalRouteBuilder.With {

  public ApprovalRoute {
    levels = List.copyOf(levels);
  }

  @Override
  public String subject() {
    return id.value();
  }
}
