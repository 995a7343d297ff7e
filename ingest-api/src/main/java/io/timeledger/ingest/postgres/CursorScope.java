package io.timeledger.ingest.postgres;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// The reader and filter that a cursor is bound to.
record CursorScope(WorkspaceId workspace, @Nullable UserId onlyUser, Object filter) {}
