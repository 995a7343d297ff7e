package io.timeledger.webhooks.subscription;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.restricted.WebhookSecrets;
import org.jspecify.annotations.Nullable;

/// The latest secrets of a webhook on the log.
///
/// @param secrets null when they are gone
public record SecretChange(
    WorkspaceId workspaceId, WebhookId webhookId, @Nullable WebhookSecrets secrets) {}
