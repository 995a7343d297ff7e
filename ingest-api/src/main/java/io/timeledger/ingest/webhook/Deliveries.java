package io.timeledger.ingest.webhook;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The dispatcher's deliveries, from its published tables.
public interface Deliveries {
  /// Without attempts; the newest first.
  Page list(WorkspaceId workspace, WebhookId webhook, DeliveryFilter filter, Paging paging);

  /// With its attempts, the first one first, and the sent body, while it is kept.
  Optional<ObjectNode> find(WorkspaceId workspace, WebhookId webhook, DeliveryId id);

  Optional<ObjectNode> findReplay(WorkspaceId workspace, WebhookId webhook, ReplayId id);
}
