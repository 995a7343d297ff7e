package io.timeledger.bench.crud;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;

/// Who calls.
record CrudAccount(WorkspaceId workspaceId, UserId userId) {}
