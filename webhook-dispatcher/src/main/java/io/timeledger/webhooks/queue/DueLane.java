package io.timeledger.webhooks.queue;

import io.timeledger.schemas.id.WorkspaceId;

/// A lane that has something due.
///
/// @param strict one by one, in order
/// @param room how many calls it may be given now
public record DueLane(String id, WorkspaceId workspaceId, String host, boolean strict, int room) {}
