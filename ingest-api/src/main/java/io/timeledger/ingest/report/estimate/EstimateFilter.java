package io.timeledger.ingest.report.estimate;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.resource.Dimension;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Filter for plans; days are inclusive and may be open.
///
/// @param dimension projects, or tasks; null means projects
/// @param projectId the project itself, or the project of the tasks
record EstimateFilter(
    @Nullable Dimension dimension,
    @Nullable ProjectId projectId,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {}
