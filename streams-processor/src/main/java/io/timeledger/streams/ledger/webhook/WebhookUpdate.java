package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand;
import io.timeledger.schemas.command.WebhookCommand.CreateWebhook;
import io.timeledger.schemas.command.WebhookCommand.DeleteWebhook;
import io.timeledger.schemas.command.WebhookCommand.DisableWebhook;
import io.timeledger.schemas.command.WebhookCommand.PromoteWebhookSecret;
import io.timeledger.schemas.command.WebhookCommand.RotateWebhookSecret;
import io.timeledger.schemas.command.WebhookCommand.UpdateWebhook;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Hands each command about webhooks to its use case.
public final class WebhookUpdate {
  private WebhookUpdate() {}

  public static List<ReplyItem> decide(WebhookCommand command, Rights rights, Draft decision) {
    return List.of(
        switch (command) {
          case CreateWebhook create -> WebhookCreation.decide(create, rights, decision);
          case UpdateWebhook update -> WebhookEdit.decide(update, rights, decision);
          case DeleteWebhook delete -> WebhookDeletion.decide(delete, rights, decision);
          case RotateWebhookSecret rotate -> SecretRotation.decide(rotate, rights, decision);
          case PromoteWebhookSecret promote -> SecretPromotion.decide(promote, rights, decision);
          case DisableWebhook disable -> WebhookDisabling.decide(disable, rights, decision);
        });
  }
}
