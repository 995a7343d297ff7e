package io.timeledger.ingest.webhook;

import io.timeledger.ingest.command.ReplyMapper;
import io.timeledger.ingest.command.ReplyResources;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.restricted.SealedText;
import tools.jackson.databind.node.ObjectNode;

/// A new secret of this try, in clear and encrypted. `toString` never reveals it.
final class NewSecret {
  private final String text;
  private final SealedText sealed;

  NewSecret(String text, SealedText sealed) {
    this.text = text;
    this.sealed = sealed;
  }

  SealedText sealed() {
    return sealed;
  }

  /// Adds the secret to the webhook in the response, once: only the try that the ledger decided
  /// knows it.
  ReplyMapper shownIn(WriteRequest call) {
    return reply -> {
      ObjectNode webhook = ReplyResources.first(reply, call.caller().viewer());
      if (isNewestIn(reply)) {
        webhook.put("secret", text);
      } else {
        webhook.putNull("secret");
        webhook.put("secret_already_shown", true);
      }
      return webhook;
    };
  }

  private boolean isNewestIn(Reply reply) {
    return reply.items().getFirst().resource() instanceof Webhook webhook
        && sealed.id().equals(webhook.secrets().getLast().sealedId());
  }

  @Override
  public String toString() {
    return "NewSecret[***]";
  }
}
