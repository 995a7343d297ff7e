package io.timeledger.ingest.kafka;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.runtime.kafka.request.RequestOutcome;
import io.timeledger.schemas.json.Codec;
import io.timeledger.schemas.json.MalformedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Parses replies.
final class RequestResults {
  private static final Logger log = LoggerFactory.getLogger(RequestResults.class);

  private RequestResults() {}

  static <R> CommandResult<R> of(RequestOutcome outcome, Codec<R> codec) {
    return switch (outcome) {
      case RequestOutcome.Replied(var reply) -> parsed(reply, codec);
      case RequestOutcome.Pending() -> new CommandResult.Pending<>();
      case RequestOutcome.Unavailable() -> new CommandResult.Unavailable<>();
      case RequestOutcome.TooLarge() -> new CommandResult.TooLarge<>();
    };
  }

  /// An unreadable reply counts as none, although the command was executed.
  private static <R> CommandResult<R> parsed(ConsumerRecord<String, byte[]> reply, Codec<R> codec) {
    try {
      if (reply.value() != null) {
        return new CommandResult.Decided<>(codec.read(reply.value()));
      }
      log.error("event=reply_empty position={}", position(reply));
    } catch (MalformedException e) {
      log.error("event=reply_malformed position={}", position(reply), e);
    }
    return new CommandResult.Pending<>();
  }

  private static String position(ConsumerRecord<String, byte[]> reply) {
    return "%s-%d@%d".formatted(reply.topic(), reply.partition(), reply.offset());
  }
}
