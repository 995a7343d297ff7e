package io.timeledger.streams.ledger.kafka;

import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.json.SealedEvent;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.streams.ledger.Decision;
import io.timeledger.streams.ledger.Decision.Accepted;
import io.timeledger.streams.ledger.Decision.Rejected;
import io.timeledger.streams.ledger.PrivateChange;
import io.timeledger.streams.ledger.Receipt;
import io.timeledger.streams.ledger.decide.Decider;
import io.timeledger.streams.ledger.seal.Sealing;
import io.timeledger.streams.ledger.state.LedgerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From a command to all that it comes to. Reads the state and changes nothing.
final class Deciding {
  private final ReplyCodec replies = new ReplyCodec();

  Outcome outcome(CommandEnvelope command, LedgerState state, Receipt receipt) {
    Outcome outcome = outcome(Decider.decide(command, state, receipt), command, state, receipt);
    return outcome.fits() ? outcome : tooLarge(command, receipt);
  }

  Outcome refused(CommandEnvelope command, Receipt receipt, Problem problem) {
    Reply reply = reply(command, receipt, 0, List.of(), problem);
    return new Outcome(reply, replies.write(reply), List.of(), List.of(), List.of());
  }

  private Outcome tooLarge(CommandEnvelope command, Receipt receipt) {
    return refused(
        command,
        receipt,
        Problem.of(ErrorCode.PAYLOAD_TOO_LARGE, "what the command comes to is larger than 4 MiB"));
  }

  private Outcome outcome(
      Decision decision, CommandEnvelope command, LedgerState state, Receipt receipt) {
    List<SealedEvent> written = Sealing.seal(decision.facts(), command, receipt, state.head());
    List<Event> sealed = written.stream().map(SealedEvent::event).toList();
    List<byte[]> bytes = written.stream().map(SealedEvent::bytes).toList();
    long sequence = state.head().sequence() + sealed.size();
    return switch (decision) {
      case Accepted(_, List<PrivateChange> privates, List<ReplyItem> items) -> {
        Reply reply = reply(command, receipt, sequence, items, null);
        yield new Outcome(reply, replies.write(reply), sealed, bytes, privates);
      }
      case Rejected(Problem problem, _) -> {
        Reply reply = reply(command, receipt, 0, List.of(), problem);
        yield new Outcome(reply, replies.write(reply), sealed, bytes, List.of());
      }
    };
  }

  private static Reply reply(
      CommandEnvelope command,
      Receipt receipt,
      long sequence,
      List<ReplyItem> items,
      @Nullable Problem problem) {
    return new Reply(
        command.id(),
        command.workspaceId(),
        command.actor().userId(),
        command.bodyHash(),
        receipt.at(),
        sequence,
        items,
        problem);
  }
}
