package io.timeledger.streams.projector.activity;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ActivitySlot;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The key of activity sums.
///
/// @param projectId null for activity without a project
public record ActivityDay(
    WorkspaceId workspaceId, UserId userId, @Nullable ProjectId projectId, LocalDate logDate) {

  static ActivityDay of(ActivitySlot slot) {
    return new ActivityDay(slot.workspaceId(), slot.userId(), slot.projectId(), slot.logDate());
  }
}
