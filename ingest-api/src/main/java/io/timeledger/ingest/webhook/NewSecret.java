package io.timeledger.ingest.webhook;

import io.timeledger.ingest.command.Answer;
import io.timeledger.ingest.command.Answers;
import io.timeledger.ingest.command.Call;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.Sealed;
import io.timeledger.schemas.resource.Webhook;
import tools.jackson.databind.node.ObjectNode;

/// A secret of this try, in clear and sealed. Never prints itself.
final class NewSecret {
  private final String text;
  private final Sealed sealed;

  NewSecret(String text, Sealed sealed) {
    this.text = text;
    this.sealed = sealed;
  }

  Sealed sealed() {
    return sealed;
  }

  /// The webhook with the secret, once: only the try that the ledger decided knows it.
  Answer shownIn(Call call) {
    return reply -> {
      ObjectNode webhook = Answers.first(reply, call.caller().viewer());
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
