package io.timeledger.ingest.calendar.rule;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.CalendarRuleId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Calendar rules in the read models. A member sees their own and the workspace's.
public interface CalendarRules {
  Page list(WorkspaceId workspace, UserId member, CalendarRuleFilter filter, Paging paging);

  Optional<ObjectNode> find(WorkspaceId workspace, UserId member, CalendarRuleId id);

  /// The rules that apply to the member's blocks.
  RuleSet of(WorkspaceId workspace, UserId member);
}
