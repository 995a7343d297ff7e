package io.timeledger.ingest.postgres;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// To whom a cursor was given, and with which filter.
record CursorScope(WorkspaceId workspace, @Nullable UserId onlyUser, Object filter) {}
