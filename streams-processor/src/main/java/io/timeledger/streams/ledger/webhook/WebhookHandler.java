package io.timeledger.streams.ledger.webhook;

import io.timeledger.schemas.command.WebhookCommand;
import io.timeledger.schemas.command.WebhookCommand.CreateWebhook;
import io.timeledger.schemas.command.WebhookCommand.DeleteWebhook;
import io.timeledger.schemas.command.WebhookCommand.DisableWebhook;
import io.timeledger.schemas.command.WebhookCommand.PromoteWebhookSecret;
import io.timeledger.schemas.command.WebhookCommand.RotateWebhookSecret;
import io.timeledger.schemas.command.WebhookCommand.UpdateWebhook;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Rights;
import java.util.List;

/// Dispatches commands about webhooks to their handlers.
public final class WebhookHandler {
  private WebhookHandler() {}

  public static List<ReplyItem> decide(
      WebhookCommand command, Rights rights, DecisionBuilder decision) {
    return List.of(
        switch (command) {
          case CreateWebhook create -> CreateWebhookHandler.decide(create, rights, decision);
          case UpdateWebhook update -> UpdateWebhookHandler.decide(update, rights, decision);
          case DeleteWebhook delete -> DeleteWebhookHandler.decide(delete, rights, decision);
          case RotateWebhookSecret rotate -> RotateSecretHandler.decide(rotate, rights, decision);
          case PromoteWebhookSecret promote ->
              PromoteSecretHandler.decide(promote, rights, decision);
          case DisableWebhook disable -> DisableWebhookHandler.decide(disable, rights, decision);
        });
  }
}
