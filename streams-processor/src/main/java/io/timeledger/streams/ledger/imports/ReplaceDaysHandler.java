package io.timeledger.streams.ledger.imports;

import io.timeledger.schemas.command.EntryCommand.ReplaceDays;
import io.timeledger.schemas.command.ImportedDay;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ImportedRow;
import io.timeledger.schemas.reply.Problem;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.entry.DeleteEntryHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Makes whole days match an imported file. Deletes first, because the rows may need the time of
/// deleted entries. A day with any refusal stays as it was, so no time is lost half-way.
public final class ReplaceDaysHandler {
  /// Pieces of an entry split at midnight are on the following days.
  private static final int PIECES_DAYS = 2;

  private ReplaceDaysHandler() {}

  public static List<ReplyItem> decide(
      ReplaceDays command, Rights rights, DecisionBuilder decision) {
    return command.days().stream().flatMap(day -> replace(day, rights, decision).stream()).toList();
  }

  private static List<ReplyItem> replace(ImportedDay day, Rights rights, DecisionBuilder decision) {
    List<ReplyItem> items = new ArrayList<>();
    try {
      decision.allOrNothing(
          () -> {
            List<EntryId> deleted = deleteOthers(day, rights, decision);
            items.addAll(ImportEntriesHandler.each(day.rows(), rights, decision));
            requireAll(items);
            items.set(0, deleting(deleted, items.getFirst()));
            return deleted;
          });
      return items;
    } catch (Refusal refusal) {
      return items.isEmpty() ? none(day, refusal) : rest(day, items, refusal);
    }
  }

  private static List<EntryId> deleteOthers(
      ImportedDay day, Rights rights, DecisionBuilder decision) {
    Set<String> sources =
        day.rows().stream()
            .map(row -> row.draft().externalSource())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<EntryId> staying =
        day.rows().stream()
            .flatMap(row -> ImportRowHandler.earlier(row, rights, decision).stream())
            .map(TimeEntry::id)
            .collect(Collectors.toSet());
    List<TimeEntry> outdated =
        decision.state().entries(day.userId(), day.logDate(), day.logDate()).stream()
            .filter(Predicate.not(TimeEntry::isRunning))
            .filter(entry -> sources.contains(entry.externalSource()))
            .filter(entry -> !staying.contains(entry.id()))
            .toList();
    return outdated.stream().flatMap(entry -> delete(entry, rights, decision).stream()).toList();
  }

  /// Deletes the pieces of a split entry too.
  private static List<EntryId> delete(TimeEntry entry, Rights rights, DecisionBuilder decision) {
    List<EntryId> deleted = new ArrayList<>();
    deleted.add(deleteOne(entry, rights, decision));
    decision
        .state()
        .entries(entry.userId(), entry.logDate(), entry.logDate().plusDays(PIECES_DAYS))
        .stream()
        .filter(piece -> entry.id().equals(piece.splitOf()))
        .forEach(piece -> deleted.add(deleteOne(piece, rights, decision)));
    return deleted;
  }

  private static EntryId deleteOne(TimeEntry entry, Rights rights, DecisionBuilder decision) {
    try {
      return DeleteEntryHandler.delete(entry.id(), rights, decision).id();
    } catch (Refusal refusal) {
      Problem problem = refusal.problem();
      throw Refusal.of(
          problem.code(),
          "%s of %s is not in the file and cannot be deleted: %s"
              .formatted(entry.id(), entry.logDate(), problem.message()));
    }
  }

  private static void requireAll(List<ReplyItem> items) {
    for (ReplyItem item : items) {
      Problem problem = item.problem();
      if (problem != null) {
        throw Refusal.of(problem.code(), problem.message());
      }
    }
  }

  private static ReplyItem deleting(List<EntryId> deleted, ReplyItem item) {
    if (deleted.isEmpty()) {
      return item;
    }
    ImportedRow row =
        Objects.requireNonNullElse(
            item.imported(), new ImportedRow(List.of(), List.of(), List.of()));
    Resource resource = Objects.requireNonNull(item.resource());
    return ReplyItem.imported(item.status(), resource, row.deleting(deleted));
  }

  private static List<ReplyItem> none(ImportedDay day, Refusal refusal) {
    return day.rows().stream().map(_ -> ReplyItem.refused(refusal.problem())).toList();
  }

  /// Refused rows keep their reason, and already imported rows stay imported.
  private static List<ReplyItem> rest(ImportedDay day, List<ReplyItem> items, Refusal refusal) {
    ReplyItem because =
        ReplyItem.refused(
            Problem.of(
                ErrorCode.BATCH_REFUSED,
                "The time of %s on %s stays as it was, since another row was refused: %s"
                    .formatted(day.userId(), day.logDate(), refusal.problem().message())));
    return items.stream().map(item -> item.status() == Status.CREATED ? because : item).toList();
  }
}
