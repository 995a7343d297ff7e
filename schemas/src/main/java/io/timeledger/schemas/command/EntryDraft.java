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
import org.jspecify.annotations.Nullable;

/// A requested time entry: either `startedAt` and `endedAt`, or `logDate` and `durationSeconds`.
///
/// @param userId null means the caller
/// @param entityType null means `task` with a task, else `internal`
/// @param tags null means none
/// @param billable null means the project's default, else the workspace's
/// @param timezone null means the member's
@RecordBuilder
public record EntryDraft(
    @Nullable UserId userId,
    @Nullable EntityType entityType,
    @Nullable String entityId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable String description,
    @Nullable List<String> tags,
    @Nullable Boolean billable,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable ZoneId timezone,
    @Nullable LocalDate logDate,
    @Nullable Long durationSeconds,
    @Nullable String externalSource,
    @Nullable String externalId)
    implements EntryDraftBuilder.With {}
