package io.timeledger.ingest.calendar.feed;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.LocalDate;
import java.util.List;

/// A member's stopped entries in the read models.
public interface FeedEntries {

  /// @param from the first day
  /// @param most limit of entries; the oldest are left out
  /// @return ordered by day
  List<FeedEntry> since(WorkspaceId workspace, UserId member, LocalDate from, int most);
}
