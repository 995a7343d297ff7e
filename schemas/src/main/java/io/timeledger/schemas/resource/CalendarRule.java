package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is proposed for blocks of calendars that meet its conditions. It applies when a block is
/// read. The first rule that matches wins: a member's own before those of the workspace, then by
/// position.
///
/// @param userId the member whose blocks it is for; null for those of all members
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

  /// Of the workspace.
  public static final int MAX_PER_WORKSPACE = 100;

  /// A member's own.
  public static final int MAX_PER_MEMBER = 50;

  @Override
  public String subject() {
    return id.value();
  }
}
