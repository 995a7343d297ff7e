package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values that a calendar rule proposes for a block. Null keeps the value that the block has
/// without a rule.
///
/// @param hide hides the block; excludes all other effects
/// @param tags empty for none
public record CalendarRuleEffect(
    boolean hide,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable EntityType entityType,
    @Nullable String entityId,
    @Nullable Boolean billable,
    List<String> tags,
    @Nullable String description) {
  public static final CalendarRuleEffect HIDE =
      new CalendarRuleEffect(true, null, null, null, null, null, List.of(), null);

  public CalendarRuleEffect {
    tags = List.copyOf(tags);
  }
}
