package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand.UpdateWebhook;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PrivateChange.KeepWebhookSecrets;
import io.timeledger.streams.ledger.Rights;

/// Changes, pauses or resumes a webhook. A new header value is a change, although it is never
/// shown.
final class UpdateWebhookHandler {
  private UpdateWebhookHandler() {}

  static ReplyItem decide(UpdateWebhook command, Rights rights, DecisionBuilder decision) {
    Webhook before = EditableWebhook.of(command.id(), command.ifVersion(), rights, decision);
    WebhookSecrets secrets = EditableWebhook.secretsOf(before, decision);
    HeaderRules headersBefore = new HeaderRules(secrets.headers());
    HeaderRules headers = headersBefore.patched(command.patch().customHeaders());
    Webhook after = PatchedWebhook.of(before, command.patch(), headers, decision.now());
    IncludeRules.require(after, rights, decision);
    boolean newHeaders = !headers.equals(headersBefore);
    if (!newHeaders && !decision.differs(after, before)) {
      return ReplyItem.of(Status.UNCHANGED, before);
    }
    Webhook changed = decision.change(EventType.WEBHOOK_UPSERTED, after, before);
    if (newHeaders) {
      decision.change(
          new KeepWebhookSecrets(
              new WebhookSecrets(
                  changed.id(),
                  changed.workspaceId(),
                  changed.version(),
                  secrets.secrets(),
                  headers.sealed())));
    }
    return ReplyItem.of(Status.UPDATED, changed);
  }
}
