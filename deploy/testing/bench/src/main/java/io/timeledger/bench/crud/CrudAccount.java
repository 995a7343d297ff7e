package io.timeledger.bench.crud;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;

/// The caller.
record CrudAccount(WorkspaceId workspaceId, UserId userId) {}
