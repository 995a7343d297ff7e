package io.timeledger.webhooks.subscription;

import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.restricted.WebhookSecrets;
import org.jspecify.annotations.Nullable;

/// The secrets of a webhook as the log tells them last.
///
/// @param secrets null when they are gone
public record SecretChange(
    WorkspaceId workspaceId, WebhookId webhookId, @Nullable WebhookSecrets secrets) {}
