package io.timeledger.schemas.resource;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Ten minutes of measured activity of one member on one device. The ledger does not decide it. Of
/// all records with one id the highest revision wins; of equal revisions, the first. So a repeated
/// slot changes nothing, a later revision replaces, and a late older one is ignored, in whatever
/// order they arrive.
///
/// @param id the same for the same member, start and device
/// @param startedAt a multiple of ten minutes
/// @param deviceId distinguishes the clients of one member
/// @param revision from 0
/// @param logDate the day of the start in the time zone
/// @param trackedSeconds at most the length of a slot, like all others
/// @param overallSeconds with keyboard or mouse activity; at most the tracked ones
/// @param urls without user, query and fragment, which may hold secrets
/// @param submittedBy the sender; not always the member
/// @param updatedAt when this revision was received
@RecordBuilder
public record ActivitySlot(
    String id,
    WorkspaceId workspaceId,
    UserId userId,
    Instant startedAt,
    String deviceId,
    long revision,
    LocalDate logDate,
    ZoneId timezone,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    int trackedSeconds,
    int keyboardSeconds,
    int mouseSeconds,
    int overallSeconds,
    List<AppUse> apps,
    List<UrlUse> urls,
    List<Screenshot> screenshots,
    UserId submittedBy,
    Instant updatedAt) {
  public static final Duration LENGTH = Duration.ofMinutes(10);

  /// How long after its start a slot is accepted.
  public static final Duration TAKEN_FOR = Duration.ofDays(60);

  public ActivitySlot {
    apps = List.copyOf(apps);
    urls = List.copyOf(urls);
    screenshots = List.copyOf(screenshots);
  }

  /// An application in the foreground.
  public record AppUse(String name, int seconds) {}

  /// A page in the foreground.
  public record UrlUse(String url, int seconds) {}

  /// A reference to a screenshot; the picture itself is never sent here.
  ///
  /// @param reference in the format of the system that stores it
  /// @param takenAt null when unknown
  public record Screenshot(String reference, @Nullable Instant takenAt) {}
}
