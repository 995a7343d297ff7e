package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.RouteId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.resource.ApprovalLevel;
import io.timeledger.schemas.resource.RouteScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Approval routes, and bulk approval of timesheets.
public sealed interface ApprovalCommand extends Command {

  /// Creates or replaces the whole route.
  ///
  /// @param scopeId null for the workspace
  @JsonTypeName("put_approval_route")
  record PutApprovalRoute(
      RouteId id,
      String name,
      RouteScope scope,
      @Nullable String scopeId,
      List<ApprovalLevel> levels,
      @Nullable Integer ifVersion)
      implements ApprovalCommand {
    public PutApprovalRoute {
      levels = List.copyOf(levels);
    }
  }

  @JsonTypeName("delete_approval_route")
  record DeleteApprovalRoute(RouteId id, @Nullable Integer ifVersion) implements ApprovalCommand {}

  /// Decides each timesheet separately; a refusal does not stop the rest.
  @JsonTypeName("approve_timesheets")
  record ApproveTimesheets(List<TimesheetId> ids, @Nullable String comment)
      implements ApprovalCommand {
    public ApproveTimesheets {
      ids = List.copyOf(ids);
    }
  }
}
