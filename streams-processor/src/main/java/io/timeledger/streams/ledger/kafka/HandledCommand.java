package io.timeledger.streams.ledger.kafka;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.streams.ledger.PrivateChange;
import java.util.List;
import java.util.stream.Stream;

/// All output of a decision, serialized: nothing is left that could fail once writing begins.
@SuppressWarnings("ArrayRecordComponent") // never compared, and written to Kafka as it is
record HandledCommand(
    Reply reply,
    byte[] replyBytes,
    List<Event> events,
    List<byte[]> eventBytes,
    List<PrivateChange> privates) {

  /// Leaves room for keys and headers.
  private static final int LARGEST_VALUE = Topic.MAX_RECORD_BYTES - 16 * 1024;

  /// The first reply again, without any other output.
  static HandledCommand again(Reply reply) {
    return new HandledCommand(
        reply, new ReplyCodec().write(reply), List.of(), List.of(), List.of());
  }

  boolean fits() {
    return Stream.concat(Stream.of(replyBytes), eventBytes.stream())
        .allMatch(bytes -> bytes.length <= LARGEST_VALUE);
  }
}
