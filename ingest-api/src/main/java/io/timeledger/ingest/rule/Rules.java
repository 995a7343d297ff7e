package io.timeledger.ingest.rule;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.RuleId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Automation rules in the read models.
public interface Rules {
  Page list(WorkspaceId workspace, RuleFilter filter, Paging paging);

  Optional<ObjectNode> find(WorkspaceId workspace, RuleId id);
}
