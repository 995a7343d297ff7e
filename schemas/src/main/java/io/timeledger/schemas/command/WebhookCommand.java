package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.restricted.SealedText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Webhooks, decided by the ledger. Commands carry secrets encrypted.
public sealed interface WebhookCommand extends Command {

  /// @param id chosen by the sender, because the secret is sealed for it
  /// @param fields `url` and `events` are required; the others have defaults
  /// @param secret the first signing secret
  @JsonTypeName("create_webhook")
  record CreateWebhook(WebhookId id, WebhookPatch fields, SealedText secret)
      implements WebhookCommand {}

  @JsonTypeName("update_webhook")
  record UpdateWebhook(WebhookId id, WebhookPatch patch, @Nullable Integer ifVersion)
      implements WebhookCommand {}

  @JsonTypeName("delete_webhook")
  record DeleteWebhook(WebhookId id, @Nullable Integer ifVersion) implements WebhookCommand {}

  /// Adds a signing secret. The existing ones expire after the grace period, and until then the
  /// current primary stays primary; without a grace period, they expire at once.
  ///
  /// @param grace 0 to 7 days
  @JsonTypeName("rotate_webhook_secret")
  record RotateWebhookSecret(
      WebhookId id, SealedText secret, Duration grace, @Nullable Integer ifVersion)
      implements WebhookCommand {}

  /// Makes the newest signing secret primary before the others' grace period ends.
  @JsonTypeName("promote_webhook_secret")
  record PromoteWebhookSecret(WebhookId id, @Nullable Integer ifVersion)
      implements WebhookCommand {}

  /// Disables a webhook because of its endpoint's behavior. The dispatcher sends it on
  /// `time.commands.v1` as the actor `system`, with [CommandOrigin#SYSTEM]; users pause a webhook
  /// with [UpdateWebhook].
  ///
  /// A no-op if the webhook has changed since, is disabled already or is deleted; the reply says
  /// `unchanged` or `not_found`. After a change in the meantime, the next failure sends the command
  /// again, for the new version. Derive the command id from webhook, version and reason, as in
  /// `disable:wh_…:3:gone`: that makes it idempotent.
  ///
  /// @param seenVersion of the webhook that the reason is about
  @JsonTypeName("disable_webhook")
  record DisableWebhook(WebhookId id, DisabledReason reason, int seenVersion)
      implements WebhookCommand {}
}
