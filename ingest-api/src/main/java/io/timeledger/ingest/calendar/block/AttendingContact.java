package io.timeledger.ingest.calendar.block;

import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.resource.CalendarRuleEffect;
import io.timeledger.schemas.resource.EntityType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact who attends a meeting.
///
/// @param dealId its open deal; null for none
public record AttendingContact(
    ContactId id, @Nullable String dealId, @Nullable ProjectId projectId) {

  /// Proposes the deal and the project.
  public CalendarRuleEffect effect() {
    return new CalendarRuleEffect(
        false,
        projectId,
        null,
        dealId == null ? null : EntityType.DEAL,
        dealId,
        null,
        List.of(),
        null);
  }
}
