package io.timeledger.ingest.report;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The scope of a summary: the workspace, or one user, project or task of it.
public record SummaryFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UserId userId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId) {}
