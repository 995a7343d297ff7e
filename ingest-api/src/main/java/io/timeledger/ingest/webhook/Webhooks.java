package io.timeledger.ingest.webhook;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Webhooks in the read models: never a secret or a custom header's value.
public interface Webhooks {
  Page list(WorkspaceId workspace, WebhookListFilter filter, Paging paging);

  /// Includes deleted ones, whose log stays readable.
  Optional<ObjectNode> find(WorkspaceId workspace, WebhookId id);
}
