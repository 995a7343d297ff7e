package io.timeledger.schemas.calendar;

import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.CalendarId;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.BlockKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A block on the public topic `time.calendar-blocks.v1`, keyed `workspace/user/block`. It shows
/// when a member is busy, without the title. A tombstone removes the block.
///
/// @param calendarId of the source that is shown
/// @param startedAt null for whole days
/// @param endedAt exclusive; null for whole days, and if the event has no end
/// @param startDate for whole days only
/// @param endDate for whole days only, exclusive
/// @param timezone of the source; the member's for whole days
/// @param entryId null unless converted
public record BlockRecord(
    BlockId id,
    WorkspaceId workspaceId,
    UserId userId,
    CalendarId calendarId,
    BlockKind kind,
    BlockState state,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    ZoneId timezone,
    @Nullable EntryId entryId,
    int version) {}
