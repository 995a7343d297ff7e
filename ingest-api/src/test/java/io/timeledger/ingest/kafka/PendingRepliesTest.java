package io.timeledger.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.TimerCommand.StopTimer;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.restricted.RequestInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PendingRepliesTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws");
  private static final UserId USER = new UserId("u");
  private final PendingReplies pendingReplies = new PendingReplies();

  @Test
  void allWhoAskedForTheSameGetTheReply() {
    PendingReplies.Waiter one = pendingReplies.register(command("cmd", "hash"));
    PendingReplies.Waiter other = pendingReplies.register(command("cmd", "hash"));
    PendingReplies.Waiter stranger = pendingReplies.register(command("cmd2", "hash"));

    pendingReplies.deliver(reply("cmd", "hash", null));

    assertThat(one.reply()).isCompleted();
    assertThat(other.reply()).isCompleted();
    assertThat(stranger.reply()).isNotDone();
  }

  @Test
  void whoUsedTheKeyForSomethingElseIsToldSo() {
    PendingReplies.Waiter other = pendingReplies.register(command("cmd", "other hash"));

    pendingReplies.deliver(reply("cmd", "hash", null));

    assertThat(other.reply())
        .isCompletedWithValueMatching(
            reply ->
                reply.problem() != null
                    && reply.problem().code() == ErrorCode.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void aRefusalOfTheOtherBodyIsNotForThoseWhoSentTheFirst() {
    PendingReplies.Waiter first = pendingReplies.register(command("cmd", "hash"));

    pendingReplies.deliver(
        reply("cmd", "other hash", Problem.of(ErrorCode.IDEMPOTENCY_KEY_REUSED, "reused")));

    assertThat(first.reply()).isNotDone();
  }

  @Test
  void everybodyIsToldOfWhatCouldNotBeProcessed() {
    PendingReplies.Waiter waiter = pendingReplies.register(command("cmd", "hash"));

    pendingReplies.deliver(reply("cmd", "", Problem.of(ErrorCode.INTERNAL_ERROR, "poison")));

    assertThat(waiter.reply())
        .isCompletedWithValueMatching(
            reply -> reply.problem() != null && reply.problem().code() == ErrorCode.INTERNAL_ERROR);
  }

  @Test
  void whoWasForgottenGetsNothing() {
    PendingReplies.Waiter waiter = pendingReplies.register(command("cmd", "hash"));
    pendingReplies.forget(waiter);

    pendingReplies.deliver(reply("cmd", "hash", null));

    assertThat(waiter.reply()).isNotDone();
  }

  private static CommandEnvelope command(String id, String bodyHash) {
    return new CommandEnvelope(
        id,
        WORKSPACE,
        new Actor(USER, Set.of(), null, CommandOrigin.API),
        bodyHash,
        RequestInfo.NONE,
        new StopTimer(null, null));
  }

  private static Reply reply(String id, String bodyHash, @Nullable Problem problem) {
    return new Reply(id, WORKSPACE, USER, bodyHash, Instant.EPOCH, 1, List.of(), problem);
  }
}
