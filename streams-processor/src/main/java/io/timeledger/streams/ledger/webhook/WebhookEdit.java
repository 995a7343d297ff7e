package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand.UpdateWebhook;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.resource.WebhookSecrets;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.PrivateChange.KeepWebhookSecrets;
import io.timeledger.streams.ledger.Rights;

/// Changes a webhook; pausing and resuming too. A new value of a header is a change, although
/// nobody is shown it.
final class WebhookEdit {
  private WebhookEdit() {}

  static ReplyItem decide(UpdateWebhook command, Rights rights, Draft decision) {
    Webhook before = KnownWebhook.of(command.id(), command.ifVersion(), rights, decision);
    WebhookSecrets secrets = KnownWebhook.secretsOf(before, decision);
    Headers headersBefore = new Headers(secrets.headers());
    Headers headers = headersBefore.patched(command.patch().customHeaders());
    Webhook after = PatchedWebhook.of(before, command.patch(), headers, decision.now());
    Includes.require(after, rights, decision);
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
