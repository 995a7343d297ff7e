package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Hands each command about webhooks to its use case.
public final class WebhookUpdate {
  private WebhookUpdate() {}

  public static List<ReplyItem> decide(WebhookCommand command, Rights rights, Draft decision) {
    rights.require(Permission.WEBHOOKS);
    throw Refusal.notFound("webhook");
  }
}
