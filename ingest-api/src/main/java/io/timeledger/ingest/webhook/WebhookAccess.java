package io.timeledger.ingest.webhook;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.read.ReadRights;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.Permission;
import tools.jackson.databind.node.ObjectNode;

/// Checks the caller's permission, and that the webhook belongs to the workspace.
final class WebhookAccess {
  private final Webhooks webhooks;

  WebhookAccess(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /// @throws ApiException `forbidden` or `not_found`
  ObjectNode require(Caller caller, WebhookId id) {
    ReadRights.require(caller, Permission.WEBHOOKS);
    return webhooks.find(caller.workspaceId(), id).orElseThrow(ApiException::notFound);
  }

  /// As [#require], but a deleted one is not found.
  void requireLive(Caller caller, WebhookId id) {
    if (!require(caller, id).required("deleted_at").isNull()) {
      throw ApiException.notFound();
    }
  }
}
