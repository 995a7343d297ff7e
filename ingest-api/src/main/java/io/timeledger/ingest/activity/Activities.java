package io.timeledger.ingest.activity;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import org.jspecify.annotations.Nullable;

/// Activity in the read models, shortly after it was accepted.
public interface Activities {
  /// @param onlyUser the one member whose slots are visible; null means all members
  Page slots(
      WorkspaceId workspace, @Nullable UserId onlyUser, ActivityFilter filter, Paging paging);

  /// One item per member, project and day.
  ///
  /// @param onlyUser the one member whose days are visible; null means all members
  Page days(
      WorkspaceId workspace, @Nullable UserId onlyUser, ActivityDayFilter filter, Paging paging);
}
