package io.timeledger.streams.ledger.imports;

import static java.util.Objects.requireNonNullElse;

import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ImportedRow;
import io.timeledger.schemas.reply.NamedRecord;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.ResourceType;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.PendingEvent;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.directory.DirectoryHandler;
import io.timeledger.streams.ledger.entry.CreateEntryHandler;
import io.timeledger.streams.ledger.entry.ExternalPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Imports a row, unless it is imported already. Finds its directory records, and creates missing
/// ones.
final class ImportRowHandler {
  private ImportRowHandler() {}

  /// @throws Refusal of the row; the caller must undo records created for it
  static ReplyItem decide(ImportRow row, Rights rights, DecisionBuilder decision) {
    Optional<TimeEntry> earlier = earlier(row, rights, decision);
    if (earlier.isPresent()) {
      return ReplyItem.of(Status.EXISTS, earlier.get());
    }
    int eventsBefore = decision.events().size();
    UserId user = row.draft().userId();
    if (user != null && decision.state().member(user).isEmpty() && rights.may(Permission.ADMIN)) {
      DirectoryHandler.decide(
          new PutMember(
              user,
              row.memberName(),
              row.memberEmail(),
              null,
              row.draft().timezone(),
              null,
              List.of(),
              null),
          rights,
          decision);
    }
    RowSubjects names = RowSubjects.find(row, decision);
    ReplyItem item =
        CreateEntryHandler.create(names.on(row.draft()), Source.IMPORT, rights, decision)
            .getFirst();
    TimeEntry created = (TimeEntry) Objects.requireNonNull(item.resource());
    List<PendingEvent> events = decision.events().subList(eventsBefore, decision.events().size());
    return ReplyItem.imported(
        Status.CREATED,
        created,
        new ImportedRow(
            records(names, requireNonNullElse(user, rights.userId()), events),
            sameTimes(created, decision),
            List.of()));
  }

  /// The entry of the row, by its external id or the one from earlier versions.
  static Optional<TimeEntry> earlier(ImportRow row, Rights rights, DecisionBuilder decision) {
    // Also where a found entry would end the search: it would let a file tell what to delete.
    ExternalPair.of(row.draft()).ifPresent(ExternalPair::requireForeign);
    String before = row.earlierExternalId();
    Optional<TimeEntry> earlier = CreateEntryHandler.earlier(row.draft(), rights, decision);
    return before == null
        ? earlier
        : earlier.or(
            () ->
                CreateEntryHandler.earlier(
                    row.draft().with(b -> b.externalId(before)), rights, decision));
  }

  private static List<NamedRecord> records(
      RowSubjects names, UserId user, List<PendingEvent> events) {
    List<NamedRecord> records = new ArrayList<>();
    add(records, ResourceType.MEMBER, user.value(), events);
    add(records, ResourceType.CLIENT, names.client(), events);
    add(records, ResourceType.PROJECT, names.project(), events);
    add(records, ResourceType.TASK, names.task(), events);
    return records;
  }

  private static void add(
      List<NamedRecord> records,
      ResourceType type,
      @Nullable Object id,
      List<PendingEvent> events) {
    if (id != null) {
      String subject = id.toString();
      records.add(
          new NamedRecord(
              type, subject, events.stream().anyMatch(event -> creates(event, type, subject))));
    }
  }

  private static boolean creates(PendingEvent event, ResourceType type, String id) {
    Resource after = event.after();
    return event.before() == null && after.subject().equals(id) && ResourceType.of(after) == type;
  }

  /// Entries without clock times must also have the same entity: such trackers write several of an
  /// hour a day.
  private static List<EntryId> sameTimes(TimeEntry entry, DecisionBuilder decision) {
    return decision.state().entries(entry.userId(), entry.logDate(), entry.logDate()).stream()
        .filter(other -> !other.id().equals(entry.id()) && !other.isRunning())
        .filter(
            other ->
                entry.startedAt() == null
                    ? other.startedAt() == null
                        && other.durationSeconds() == entry.durationSeconds()
                        && Objects.equals(other.projectId(), entry.projectId())
                        && Objects.equals(other.taskId(), entry.taskId())
                    : entry.startedAt().equals(other.startedAt())
                        && Objects.equals(entry.endedAt(), other.endedAt()))
        .map(TimeEntry::id)
        .toList();
  }
}
