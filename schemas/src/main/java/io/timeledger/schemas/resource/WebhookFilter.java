package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.ProjectId;
import java.util.List;
import java.util.Set;

/// Limits a webhook to some entries. Each list that is not empty must contain the entry's value;
/// events about anything else, such as timesheets, pass.
public record WebhookFilter(
    List<ProjectId> projectIds, Set<EntityType> entityTypes, List<String> entityIds) {
  /// Lets everything pass.
  public static final WebhookFilter ALL = new WebhookFilter(List.of(), Set.of(), List.of());

  public WebhookFilter {
    projectIds = List.copyOf(projectIds);
    entityTypes = SortedSets.copyOf(entityTypes);
    entityIds = List.copyOf(entityIds);
  }

  public boolean passes(Resource data) {
    return !(data instanceof TimeEntry entry)
        || ((projectIds.isEmpty() || projectIds.contains(entry.projectId()))
            && (entityTypes.isEmpty() || entityTypes.contains(entry.entityType()))
            && (entityIds.isEmpty() || entityIds.contains(entry.entityId())));
  }
}
