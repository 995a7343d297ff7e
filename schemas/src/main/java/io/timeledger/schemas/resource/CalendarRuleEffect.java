package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a calendar rule proposes for a block. Null proposes what a block without a rule gets.
///
/// @param hide shows no block at all; then nothing else is set
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
