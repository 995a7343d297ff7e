package io.timeledger.ingest.webhook;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Webhooks as the read models have them: never a secret, nor the value of a custom header.
public interface Webhooks {
  Page list(WorkspaceId workspace, WebhookListFilter filter, Paging paging);

  /// Also when it is deleted: its log can still be read.
  Optional<ObjectNode> find(WorkspaceId workspace, WebhookId id);
}
