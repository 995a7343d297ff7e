package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Proposes values for calendar blocks that meet its conditions. Rules apply when a block is read.
/// The first match wins: the member's own rules before the workspace's, then by position.
///
/// @param userId the member whose blocks it applies to; null for all members
/// @param deletedAt null unless deleted
@RecordBuilder
public record CalendarRule(
    CalendarRuleId id,
    WorkspaceId workspaceId,
    @Nullable UserId userId,
    int position,
    boolean enabled,
    CalendarRuleConditions conditions,
    CalendarRuleEffect effect,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, CalendarRuleBuilder.With {

  /// Maximum number of rules of a workspace.
  public static final int MAX_PER_WORKSPACE = 100;

  /// Maximum number of a member's own rules.
  public static final int MAX_PER_MEMBER = 50;

  @Override
  public String subject() {
    return id.value();
  }
}
