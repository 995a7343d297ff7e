package io.timeledger.streams.ledger.kafka;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.json.SealedEvent;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.streams.ledger.CommandMetadata;
import io.timeledger.streams.ledger.Decision;
import io.timeledger.streams.ledger.Decision.Accepted;
import io.timeledger.streams.ledger.Decision.Rejected;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.decide.Decider;
import io.timeledger.streams.ledger.seal.EventSealer;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns a command into all its output. Reads the state and changes nothing.
final class CommandHandler {
  private final ReplyCodec replies = new ReplyCodec();

  HandledCommand outcome(CommandEnvelope command, LedgerState state, CommandMetadata metadata) {
    HandledCommand outcome =
        outcome(Decider.decide(command, state, metadata), command, state, metadata);
    return outcome.fits() ? outcome : tooLarge(command, metadata);
  }

  HandledCommand refused(CommandEnvelope command, CommandMetadata metadata, Problem problem) {
    Reply reply = reply(command, metadata, 0, List.of(), problem);
    return new HandledCommand(reply, replies.write(reply), List.of(), List.of(), List.of());
  }

  private HandledCommand tooLarge(CommandEnvelope command, CommandMetadata metadata) {
    return refused(
        command,
        metadata,
        Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "what the command comes to is larger than 4 MiB"));
  }

  private HandledCommand outcome(
      Decision decision, CommandEnvelope command, LedgerState state, CommandMetadata metadata) {
    List<SealedEvent> written =
        EventSealer.seal(decision.events(), command, metadata, state.head());
    List<Event> sealed = written.stream().map(SealedEvent::event).toList();
    List<byte[]> bytes = written.stream().map(SealedEvent::bytes).toList();
    long sequence = state.head().sequence() + sealed.size();
    return switch (decision) {
      case Accepted(_, List<PrivateChange> privates, List<ReplyItem> items) -> {
        Reply reply = reply(command, metadata, sequence, items, null);
        yield new HandledCommand(reply, replies.write(reply), sealed, bytes, privates);
      }
      case Rejected(Problem problem, _) -> {
        Reply reply = reply(command, metadata, 0, List.of(), problem);
        yield new HandledCommand(reply, replies.write(reply), sealed, bytes, List.of());
      }
    };
  }

  private static Reply reply(
      CommandEnvelope command,
      CommandMetadata metadata,
      long sequence,
      List<ReplyItem> items,
      @Nullable Problem problem) {
    return new Reply(
        command.id(),
        command.workspaceId(),
        command.actor().userId(),
        command.bodyHash(),
        metadata.at(),
        sequence,
        items,
        problem);
  }
}
