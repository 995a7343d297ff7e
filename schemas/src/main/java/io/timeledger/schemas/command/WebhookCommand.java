package io.timeledger.schemas.command;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.DisabledReason;
import io.timeledger.schemas.restricted.SealedText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Webhooks, decided by the ledger. Secrets travel sealed.
public sealed interface WebhookCommand extends Command {

  /// @param id chosen by the sender, because the secret is sealed for it
  /// @param fields of which `url` and `events` must be there; the others have defaults
  /// @param secret the first signing secret
  @JsonTypeName("create_webhook")
  record CreateWebhook(WebhookId id, WebhookPatch fields, SealedText secret)
      implements WebhookCommand {}

  @JsonTypeName("update_webhook")
  record UpdateWebhook(WebhookId id, WebhookPatch patch, @Nullable Integer ifVersion)
      implements WebhookCommand {}

  @JsonTypeName("delete_webhook")
  record DeleteWebhook(WebhookId id, @Nullable Integer ifVersion) implements WebhookCommand {}

  /// Adds a signing secret beside those that are there. They expire after the grace period, and
  /// until then the former primary one stays primary; without a grace period, at once.
  ///
  /// @param grace 0 to 7 days
  @JsonTypeName("rotate_webhook_secret")
  record RotateWebhookSecret(
      WebhookId id, SealedText secret, Duration grace, @Nullable Integer ifVersion)
      implements WebhookCommand {}

  /// Makes the youngest signing secret primary before the grace period of the others ends.
  @JsonTypeName("promote_webhook_secret")
  record PromoteWebhookSecret(WebhookId id, @Nullable Integer ifVersion)
      implements WebhookCommand {}

  /// Switches a webhook off for what its endpoint did. Sent by the dispatcher on
  /// `time.commands.v1`, as the actor `system` by the door [CommandOrigin#SYSTEM]; a person pauses
  /// it by [UpdateWebhook].
  ///
  /// A webhook that has changed since, is off already or is gone stays as it is, and that is no
  /// error: the reply says `unchanged` or `not_found`. The next failure of a webhook that was
  /// changed in the meantime gives reason to ask again, for its new version. Derive the id of the
  /// command from webhook, version and reason, as in `disable:wh_…:3:gone`, so that asking twice
  /// is asking once.
  ///
  /// @param seenVersion of the webhook that the reason is about
  @JsonTypeName("disable_webhook")
  record DisableWebhook(WebhookId id, DisabledReason reason, int seenVersion)
      implements WebhookCommand {}
}
