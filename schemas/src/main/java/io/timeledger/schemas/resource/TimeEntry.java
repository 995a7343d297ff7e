package io.timeledger.schemas.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.RateId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TimesheetId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A block of worked time of one member; while it runs, a timer.
///
/// @param entityId absent exactly for [EntityType#INTERNAL]
/// @param startedAt whole seconds; null when the entry was given as date and hours
/// @param endedAt whole seconds; null while running, or when given as date and hours
/// @param timezone determines the day of `startedAt`
/// @param durationSeconds raw, 0 while running
/// @param roundedSeconds used by totals, rollups and invoices; differs from the duration only for
///     stopped timers and pieces of a split
/// @param externalSource together with `externalId` unique per workspace among entries not deleted
/// @param hourlyRate bill rate, snapshot of the write
/// @param costRate snapshot of the write; null when none applied
/// @param rateId the override that gave the bill rate; null for a default
/// @param timesheetId the sheet in whose totals the entry counts; null while running, and for a
///     timer that was stopped into a locked sheet
/// @param splitOf the first piece, when the entry was split at midnight
/// @param autoApprove true when an automation rule exempts it from review, else null
/// @param sequence of the event that changed the entry last
/// @param deletedAt null unless deleted
@RecordBuilder
public record TimeEntry(
    EntryId id,
    WorkspaceId workspaceId,
    UserId userId,
    EntityType entityType,
    @Nullable String entityId,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable String description,
    List<String> tags,
    boolean billable,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    ZoneId timezone,
    LocalDate logDate,
    long durationSeconds,
    long roundedSeconds,
    EntryStatus status,
    Source source,
    @Nullable String externalSource,
    @Nullable String externalId,
    BigDecimal hourlyRate,
    @Nullable BigDecimal costRate,
    Currency currency,
    @Nullable RateId rateId,
    @Nullable String invoiceLineId,
    boolean needsReview,
    @Nullable String reviewReason,
    @Nullable TimesheetId timesheetId,
    @Nullable EntryId splitOf,
    @Nullable Boolean autoApprove,
    Instant createdAt,
    Instant updatedAt,
    int version,
    long sequence,
    @Nullable Instant deletedAt)
    implements Resource, TimeEntryBuilder.With {
  private static final String STAGE_TAG = "stage:";

  public TimeEntry {
    tags = List.copyOf(tags);
  }

  /// Rounded hours for display: two places, half up.
  @JsonProperty(access = Access.READ_ONLY)
  public BigDecimal hours() {
    return Hours.of(roundedSeconds);
  }

  /// The stage of its entity, from the first tag that begins with `stage:`; further ones are
  /// ignored, so that time counts in one stage only. Empty for internal time.
  public Optional<String> stage() {
    return entityId == null
        ? Optional.empty()
        : tags.stream()
            .filter(tag -> tag.startsWith(STAGE_TAG) && tag.length() > STAGE_TAG.length())
            .map(tag -> tag.substring(STAGE_TAG.length()))
            .findFirst();
  }

  public boolean isRunning() {
    return status == EntryStatus.RUNNING;
  }

  public boolean isDeleted() {
    return deletedAt != null;
  }

  @Override
  public String subject() {
    return id.value();
  }
}
