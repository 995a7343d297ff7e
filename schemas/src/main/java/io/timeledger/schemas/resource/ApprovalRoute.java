package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The approvers for the timesheets of a member, team, project or workspace, level after level.
/// Submitting a timesheet copies the levels of its route: later changes of the route do not affect
/// it.
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
