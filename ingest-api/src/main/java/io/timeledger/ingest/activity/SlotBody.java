package io.timeledger.ingest.activity;

import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A slot as a client sends it.
///
/// @param userId null means the caller
/// @param revision null means 0
/// @param timezone determines the day; null means the member's
/// @param overallSeconds null means the greater of keyboard and mouse
record SlotBody(
    @Nullable UserId userId,
    @Nullable Instant startedAt,
    @Nullable String deviceId,
    @Nullable Long revision,
    @Nullable ProjectId projectId,
    @Nullable TaskId taskId,
    @Nullable ZoneId timezone,
    @Nullable Integer trackedSeconds,
    @Nullable Integer keyboardSeconds,
    @Nullable Integer mouseSeconds,
    @Nullable Integer overallSeconds,
    @Nullable List<@Nullable App> apps,
    @Nullable List<@Nullable Url> urls,
    @Nullable List<@Nullable Shot> screenshots) {

  record App(@Nullable String name, @Nullable Integer seconds) {}

  record Url(@Nullable String url, @Nullable Integer seconds) {}

  record Shot(@Nullable String reference, @Nullable Instant takenAt) {}
}
