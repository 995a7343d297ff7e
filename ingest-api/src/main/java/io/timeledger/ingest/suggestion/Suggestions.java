package io.timeledger.ingest.suggestion;

import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Work and words of the entries in the read models.
public interface Suggestions {
  /// Different work of the member's latest entries, the latest first.
  List<ObjectNode> work(WorkspaceId workspace, UserId user, SuggestionFilter filter);

  /// Tags of the visible members' entries, the most used first.
  ///
  /// @param since the first day that counts
  List<ObjectNode> tags(
      WorkspaceId workspace, VisibleMembers visible, LocalDate since, SuggestionFilter filter);
}
