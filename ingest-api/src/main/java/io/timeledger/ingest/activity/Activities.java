package io.timeledger.ingest.activity;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Activity as the read models have it, a moment after it was taken in.
public interface Activities {
  /// @param onlyUser the one member whose slots may be seen; null means everybody's
  Page slots(
      WorkspaceId workspace, @Nullable UserId onlyUser, ActivityFilter filter, Paging paging);

  /// One item per member, project and day.
  ///
  /// @param onlyUser the one member whose days may be seen; null means everybody's
  Page days(
      WorkspaceId workspace, @Nullable UserId onlyUser, ActivityDayFilter filter, Paging paging);
}
