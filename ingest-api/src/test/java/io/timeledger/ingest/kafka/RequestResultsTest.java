package io.timeledger.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.runtime.kafka.request.RequestOutcome;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Codec;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.reply.Reply;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestResultsTest {
  private static final Codec<Reply> CODEC = TopicSerdes.REPLIES.codec();

  @Test
  void parsesTheReply() {
    Reply reply =
        new Reply(
            "cmd",
            new WorkspaceId("ws"),
            new UserId("u"),
            "hash",
            Instant.EPOCH,
            1,
            List.of(),
            null);

    assertThat(RequestResults.of(replied(CODEC.write(reply)), CODEC))
        .isEqualTo(new CommandResult.Decided<>(reply));
  }

  @Test
  void takesAReplyThatCannotBeReadForNone() {
    assertThat(RequestResults.of(replied("{".getBytes(UTF_8)), CODEC))
        .isEqualTo(new CommandResult.Pending<>());
    assertThat(RequestResults.of(replied(null), CODEC)).isEqualTo(new CommandResult.Pending<>());
  }

  @SuppressWarnings("NullAway") // Kafka's records are not marked
  private static RequestOutcome replied(byte @Nullable [] value) {
    return new RequestOutcome.Replied(new ConsumerRecord<>("replies", 0, 0, "ws", value));
  }
}
