package io.timeledger.streams.ledger.kafka;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/// The replies of the last three days by command id, for idempotency: a repeated command gets the
/// first reply and has no further effect.
final class HandledCommands {
  static final Duration RETENTION = Duration.ofDays(3);

  /// The broker's append time can step back between two commands.
  private static final Duration CLOCK_STEP = Duration.ofHours(1);

  private final WindowStore<String, byte[]> store;
  private final ReplyCodec codec = new ReplyCodec();

  HandledCommands(WindowStore<String, byte[]> store) {
    this.store = store;
  }

  Optional<Reply> find(CommandEnvelope command, Instant now) {
    try (WindowStoreIterator<byte[]> found =
        store.fetch(keyOf(command), now.minus(RETENTION), now.plus(CLOCK_STEP))) {
      return found.hasNext() ? Optional.of(codec.read(found.next().value)) : Optional.empty();
    }
  }

  void keep(CommandEnvelope command, byte[] reply, Instant at) {
    store.put(keyOf(command), reply, at.toEpochMilli());
  }

  private static String keyOf(CommandEnvelope command) {
    return command.workspaceId() + "/" + command.id();
  }
}
