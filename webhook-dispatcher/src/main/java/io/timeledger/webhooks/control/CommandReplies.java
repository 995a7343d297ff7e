package io.timeledger.webhooks.control;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.fanout.IntakeBatch.Asked;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Takes each command once, however often it comes, and gives whoever asks again the reply of the
/// first one.
public final class CommandReplies {
  private final HandledDispatches handled;

  public CommandReplies(HandledDispatches handled) {
    this.handled = handled;
  }

  /// @return whether it is new; otherwise it was answered, or is once the first one is
  boolean take(Asked asked) {
    return handled
        .take(asked.envelope(), asked.headers())
        .map(
            first -> {
              repeat(asked, first);
              return false;
            })
        .orElse(true);
  }

  /// Answers all who wait for the command.
  public void answer(DispatchReply reply) {
    List<Map<String, String>> waiters = handled.complete(reply);
    if (!waiters.isEmpty()) {
      handled.send(reply, waiters);
    }
  }

  private void repeat(Asked asked, HandledDispatch first) {
    if (!first.bodyHash().equals(asked.envelope().bodyHash())) {
      handled.send(refusal(asked.envelope(), asked.at()), List.of(asked.headers()));
    } else if (first.reply().isPresent()) {
      handled.send(first.reply().get(), List.of(asked.headers()));
    } else {
      handled.addWaiter(asked.envelope().id(), asked.headers());
    }
  }

  private static DispatchReply refusal(DispatchEnvelope command, Instant at) {
    return new DispatchReply(
        command.id(),
        command.workspaceId(),
        at,
        null,
        null,
        Problem.of(ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.IDEMPOTENCY_KEY_REUSED.meaning()));
  }
}
