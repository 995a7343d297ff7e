package io.timeledger.ingest.invoice;

import io.timeledger.ingest.command.CommandResult;
import io.timeledger.ingest.command.CommandSequence;
import io.timeledger.ingest.command.CommandSequence.Decided;
import io.timeledger.ingest.command.CommandSequence.Part;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.command.Command;
import io.timeledger.schemas.command.InvoiceCommand;
import io.timeledger.schemas.command.InvoiceCommand.PlanInvoice;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.InvoiceId;
import io.timeledger.schemas.reply.Changed;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Moves any number of entries on an invoice, in commands of at most 1,000. With a key, the list of
/// entries is recorded on the log first: a retry uses that list, even if other time has become
/// invoiceable since. So it resumes where an interrupted request stopped, and after completion it
/// is a no-op.
final class InvoiceWork {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final CommandSequence sequence;

  InvoiceWork(CommandSequence sequence) {
    this.sequence = sequence;
  }

  /// The result.
  ///
  /// @param planned number of entries considered
  /// @param replies of the commands, in order; all are accepted
  record Done(int planned, List<Reply> replies) {}

  /// @param asked the same on every retry
  /// @param found the entries, unless an earlier request of this key has recorded its own
  /// @param command for some of the entries
  /// @throws ApiException when a part was refused, or could not be decided now; then a retry with
  ///     the same key resumes
  Done run(
      WriteRequest call,
      String asked,
      InvoiceId invoice,
      List<EntryId> found,
      Function<List<EntryId>, Command> command) {
    List<EntryId> entries =
        call.idempotencyKey() == null ? found : planned(call, asked, invoice, found);
    List<Part> work = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += InvoiceCommand.MOST_ENTRIES) {
      int to = Math.min(entries.size(), from + InvoiceCommand.MOST_ENTRIES);
      work.add(new Part(work.size() + 1, command.apply(entries.subList(from, to))));
    }
    List<Reply> replies = new ArrayList<>();
    if (!work.isEmpty()) {
      sequence.decide(call, asked, work, PATIENCE).forEach(part -> replies.add(accepted(part)));
    }
    return new Done(entries.size(), replies);
  }

  private List<EntryId> planned(
      WriteRequest call, String asked, InvoiceId invoice, List<EntryId> found) {
    Part plan = new Part(0, new PlanInvoice(invoice, found));
    Reply reply = accepted(sequence.decide(call, asked, List.of(plan), PATIENCE).getFirst());
    Changed first = Objects.requireNonNull(reply.items().getFirst().changed(), "no plan");
    return first.pieces().stream().map(EntryId::new).toList();
  }

  private static Reply accepted(Decided part) {
    return switch (part.outcome()) {
      case CommandResult.Decided(Reply reply) -> {
        Problem problem = reply.problem();
        if (problem != null) {
          throw new ApiException(problem);
        }
        yield reply;
      }
      case CommandResult.Pending(), CommandResult.Unavailable() ->
          throw ApiException.of(
              ErrorCode.LOG_UNAVAILABLE,
              "Not all of it was decided in time: the same call with the same key goes on.");
      case CommandResult.TooLarge() ->
          throw ApiException.of(ErrorCode.PAYLOAD_TOO_LARGE, ErrorCode.PAYLOAD_TOO_LARGE.meaning());
    };
  }
}
