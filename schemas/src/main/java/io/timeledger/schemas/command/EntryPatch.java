package io.timeledger.schemas.command;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.resource.EntityType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Changes to an entry. An entry keeps its form of time: instants, or date and duration.
@RecordBuilder
public record EntryPatch(
    Patch<UserId> userId,
    Patch<EntityType> entityType,
    Patch<String> entityId,
    Patch<ProjectId> projectId,
    Patch<TaskId> taskId,
    Patch<String> description,
    Patch<List<String>> tags,
    Patch<Boolean> billable,
    Patch<Instant> startedAt,
    Patch<Instant> endedAt,
    Patch<ZoneId> timezone,
    Patch<LocalDate> logDate,
    Patch<Long> durationSeconds,
    Patch<Boolean> needsReview) {

  /// An empty patch, to be filled by its builder.
  public static EntryPatchBuilder builder() {
    return EntryPatchBuilder.builder()
        .userId(Patch.absent())
        .entityType(Patch.absent())
        .entityId(Patch.absent())
        .projectId(Patch.absent())
        .taskId(Patch.absent())
        .description(Patch.absent())
        .tags(Patch.absent())
        .billable(Patch.absent())
        .startedAt(Patch.absent())
        .endedAt(Patch.absent())
        .timezone(Patch.absent())
        .logDate(Patch.absent())
        .durationSeconds(Patch.absent())
        .needsReview(Patch.absent());
  }
}
