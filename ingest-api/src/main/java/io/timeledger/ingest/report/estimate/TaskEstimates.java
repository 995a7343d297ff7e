package io.timeledger.ingest.report.estimate;

import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/// Sums of the task estimates of projects.
public interface TaskEstimates {
  /// Hours by project; a project without an estimated task is absent. Deleted tasks do not count.
  Map<String, BigDecimal> byProject(WorkspaceId workspace, Collection<String> projects);
}
