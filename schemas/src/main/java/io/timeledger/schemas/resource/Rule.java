package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.RuleId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An automation rule: its effect on entries that meet its conditions, for writes by any channel.
///
/// @param tags what [RuleEffect#TAG] adds; empty for other effects
/// @param deletedAt null unless deleted
@RecordBuilder
public record Rule(
    RuleId id,
    WorkspaceId workspaceId,
    String name,
    boolean enabled,
    RuleConditions conditions,
    RuleEffect effect,
    List<String> tags,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, RuleBuilder.With {

  public Rule {
    tags = List.copyOf(tags);
  }

  public boolean isInForce() {
    return enabled && deletedAt == null;
  }

  @Override
  public String subject() {
    return id.value();
  }
}
