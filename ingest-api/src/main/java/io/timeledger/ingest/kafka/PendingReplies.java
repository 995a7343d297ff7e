package io.timeledger.ingest.kafka;

import static io.timeledger.schemas.reply.ErrorCode.IDEMPOTENCY_KEY_REUSED;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/// Requests waiting for replies. Any number may wait for one command.
@Component
final class PendingReplies {
  private final Map<Key, List<Waiter>> waiting = new ConcurrentHashMap<>();

  private record Key(WorkspaceId workspace, String commandId) {}

  /// A request waiting for the reply to a command with this body.
  static final class Waiter {
    private final Key key;
    private final String bodyHash;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    private Waiter(CommandEnvelope command) {
      key = new Key(command.workspaceId(), command.id());
      bodyHash = command.bodyHash();
    }

    CompletableFuture<Reply> reply() {
      return reply;
    }
  }

  Waiter register(CommandEnvelope command) {
    Waiter waiter = new Waiter(command);
    waiting.compute(
        waiter.key,
        (key, others) -> {
          List<Waiter> all = others == null ? new CopyOnWriteArrayList<>() : others;
          all.add(waiter);
          return all;
        });
    return waiter;
  }

  void forget(Waiter waiter) {
    waiting.computeIfPresent(
        waiter.key,
        (key, all) -> {
          all.remove(waiter);
          return all.isEmpty() ? null : all;
        });
  }

  void deliver(Reply reply) {
    waiting
        .getOrDefault(new Key(reply.workspaceId(), reply.commandId()), List.of())
        .forEach(waiter -> deliver(waiter, reply));
  }

  /// A reply goes to waiters with the same body hash; others get `idempotency_key_reused`. A reply
  /// without a hash belongs to a command that could not be processed, and goes to all waiters.
  private static void deliver(Waiter waiter, Reply reply) {
    if (reply.bodyHash().isEmpty() || waiter.bodyHash.equals(reply.bodyHash())) {
      waiter.reply.complete(reply);
    } else if (reply.problem() == null || reply.problem().code() != IDEMPOTENCY_KEY_REUSED) {
      waiter.reply.complete(reused(reply, waiter.bodyHash));
    }
  }

  private static Reply reused(Reply first, String bodyHash) {
    return new Reply(
        first.commandId(),
        first.workspaceId(),
        first.userId(),
        bodyHash,
        first.decidedAt(),
        0,
        List.of(),
        Problem.of(IDEMPOTENCY_KEY_REUSED, IDEMPOTENCY_KEY_REUSED.meaning()));
  }
}
