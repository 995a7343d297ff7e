package io.timeledger.schemas.restricted;

import io.timeledger.schemas.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Where the request came from that caused consecutive events of a workspace, all of one command.
/// Joined to the audit by sequence, never part of an event.
///
/// @param lastSequence inclusive
public record RequestOrigin(
    WorkspaceId workspaceId,
    long firstSequence,
    long lastSequence,
    @Nullable String ipAddress,
    @Nullable String userAgent) {}
