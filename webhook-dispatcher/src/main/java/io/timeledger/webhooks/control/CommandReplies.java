package io.timeledger.webhooks.control;

import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;
import io.timeledger.webhooks.fanout.IntakeBatch.DispatchRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Deduplicates commands by id: a repeated command gets the reply of the first.
public final class CommandReplies {
  private final HandledDispatches handled;

  public CommandReplies(HandledDispatches handled) {
    this.handled = handled;
  }

  /// @return whether it is new; otherwise it was answered, or is once the first one is
  boolean take(DispatchRequest request) {
    return handled
        .take(request.envelope(), request.headers())
        .map(
            first -> {
              repeat(request, first);
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

  private void repeat(DispatchRequest request, HandledDispatch first) {
    if (!first.bodyHash().equals(request.envelope().bodyHash())) {
      handled.send(refusal(request.envelope(), request.at()), List.of(request.headers()));
    } else if (first.reply().isPresent()) {
      handled.send(first.reply().get(), List.of(request.headers()));
    } else {
      handled.addWaiter(request.envelope().id(), request.headers());
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
