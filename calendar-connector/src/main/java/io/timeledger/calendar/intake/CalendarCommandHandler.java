package io.timeledger.calendar.intake;

import io.timeledger.calendar.intake.TakenRecord.TakenCommand;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarCommand.RestoreBlock;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.Ulid;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Handles members' commands in the transaction that reads them, and queues the replies.
public final class CalendarCommandHandler {
  private final MemberRequests requests;
  private final CommandAnswers answers;

  public CalendarCommandHandler(MemberRequests requests, CommandAnswers answers) {
    this.requests = requests;
    this.answers = answers;
  }

  void handle(TakenCommand taken) {
    CalendarEnvelope envelope = taken.envelope();
    if (envelope.command() instanceof CalendarDue due) {
      // Nobody awaits a reply, and a repetition is harmless, so none is kept.
      requests.makeDue(envelope.workspaceId(), due.id(), due.renewChannel(), taken.at());
    } else {
      CalendarReply reply = answers.first(envelope).orElseGet(() -> handle(taken, envelope));
      answers.send(reply, taken.headers());
    }
  }

  private CalendarReply handle(TakenCommand taken, CalendarEnvelope envelope) {
    CalendarReply reply = decide(taken, envelope);
    answers.keep(envelope, reply);
    return reply;
  }

  private CalendarReply decide(TakenCommand taken, CalendarEnvelope envelope) {
    MemberKey member = new MemberKey(envelope.workspaceId(), envelope.actor().userId());
    return switch (envelope.command()) {
      case SyncNow sync -> sync(taken, member, sync);
      case DismissBlocks dismiss -> dismiss(taken, member, dismiss);
      case RestoreBlock restore ->
          requests.isOwn(member, Set.of(restore.id()))
              ? reply(taken, null, requests.restore(member, restore.id()), null)
              : refusal(taken, "There is no such block.");
      case CalendarDue _ -> reply(taken, null, List.of(), null);
    };
  }

  private CalendarReply sync(TakenCommand taken, MemberKey member, SyncNow sync) {
    Optional<String> round =
        requests.requestRound(member, sync.connectionId(), roundId(taken), taken.at());
    return round.isPresent()
        ? reply(taken, round.get(), List.of(), null)
        : refusal(taken, "There is no such connection.");
  }

  private CalendarReply dismiss(TakenCommand taken, MemberKey member, DismissBlocks dismiss) {
    List<BlockId> ids = dismiss.ids().stream().distinct().toList();
    return requests.isOwn(member, Set.copyOf(ids))
        ? reply(taken, null, requests.dismiss(member, ids, taken.at()), null)
        : refusal(taken, "There is no such block.");
  }

  private static String roundId(TakenCommand taken) {
    return "rnd_" + Ulid.seeded(taken.at(), taken.envelope().id());
  }

  private static CalendarReply refusal(TakenCommand taken, String why) {
    return reply(taken, null, List.of(), Problem.of(ErrorCode.NOT_FOUND, why));
  }

  private static CalendarReply reply(
      TakenCommand taken,
      @Nullable String round,
      List<BlockId> changed,
      @Nullable Problem problem) {
    Instant at = taken.at();
    CalendarEnvelope envelope = taken.envelope();
    return new CalendarReply(envelope.id(), envelope.workspaceId(), at, round, changed, problem);
  }
}
