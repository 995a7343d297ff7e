package io.timeledger.ingest.command;

import io.timeledger.ingest.access.Caller;
import io.timeledger.ingest.access.Sha256;
import io.timeledger.ingest.read.ReadYourWrites;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Executes one request as several commands, in order. Each id derives from the idempotency key and
/// the part's number, so a retry gets the first replies and resumes where an interrupted request
/// stopped.
public final class CommandSequence {
  private final CommandLog log;
  private final ReadYourWrites readYourWrites;
  private final PendingCommands pending;

  CommandSequence(CommandLog log, ReadYourWrites readYourWrites, PendingCommands pending) {
    this.log = log;
    this.readYourWrites = readYourWrites;
    this.pending = pending;
  }

  /// @param number of the part in its request; the same on every retry
  public record Part(int number, Command command) {}

  /// The result of a part, and the command id for polling.
  public record Decided(String commandId, CommandResult<Reply> outcome) {}

  /// With a key, sends the first part alone: if the key was used for another request, or the part
  /// cannot be decided now, the others are not sent, and their outcome is `Unavailable`.
  ///
  /// @param asked the whole request: the same on every retry
  /// @return one per part, in order
  public List<Decided> decide(
      WriteRequest call, String asked, List<Part> parts, Duration patience) {
    List<CommandEnvelope> envelopes =
        parts.stream().map(part -> envelope(call, asked, part)).toList();
    int alone = call.idempotencyKey() == null ? envelopes.size() : 1;
    List<CommandResult<Reply>> outcomes =
        new ArrayList<>(log.decide(envelopes.subList(0, alone), patience));
    List<CommandEnvelope> others = envelopes.subList(alone, envelopes.size());
    if (isAccepted(outcomes.getFirst())) {
      outcomes.addAll(others.isEmpty() ? List.of() : log.decide(others, patience));
    } else {
      others.forEach(_ -> outcomes.add(new CommandResult.Unavailable<>()));
    }
    List<Decided> decided = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      remember(call, envelopes.get(i), outcomes.get(i));
      decided.add(new Decided(envelopes.get(i).id(), outcomes.get(i)));
    }
    return decided;
  }

  private static boolean isAccepted(CommandResult<Reply> outcome) {
    return outcome instanceof CommandResult.Decided<Reply>(Reply reply) && reply.isAccepted();
  }

  private void remember(WriteRequest call, CommandEnvelope envelope, CommandResult<Reply> outcome) {
    if (outcome instanceof CommandResult.Decided<Reply>(Reply reply)) {
      readYourWrites.remember(reply.workspaceId(), reply.userId(), reply.sequence());
    } else if (outcome instanceof CommandResult.Pending<Reply>) {
      pending.remember(envelope.workspaceId(), call.caller().userId(), envelope.id());
    }
  }

  private static CommandEnvelope envelope(WriteRequest call, String asked, Part part) {
    Caller caller = call.caller();
    return new CommandEnvelope(
        CommandIds.ofPart(
            caller.workspaceId(), caller.userId(), call.idempotencyKey(), part.number()),
        caller.workspaceId(),
        caller.actor(),
        Sha256.hexOf(call.method(), call.path(), asked, Integer.toString(part.number())),
        call.request(),
        part.command());
  }
}
