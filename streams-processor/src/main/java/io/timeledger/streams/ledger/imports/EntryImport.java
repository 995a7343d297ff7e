package io.timeledger.streams.ledger.imports;

import io.timeledger.schemas.command.DirectoryCommand.PutMember;
import io.timeledger.schemas.command.EntryCommand.ImportEntries;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.directory.DirectoryUpdate;
import io.timeledger.streams.ledger.entry.EntryCreation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Imports rows one by one: a refused row leaves nothing behind and does not stop the rest. What a
/// row names is found in the directory, and made where it is missing.
public final class EntryImport {
  private EntryImport() {}

  public static List<ReplyItem> decide(ImportEntries command, Rights rights, Draft decision) {
    List<ReplyItem> items = new ArrayList<>(command.rows().size());
    for (ImportRow row : command.rows()) {
      try {
        items.add(decision.allOrNothing(() -> importRow(row, rights, decision)));
      } catch (Refusal refusal) {
        items.add(ReplyItem.refused(refusal.problem()));
      }
    }
    return items;
  }

  private static Optional<TimeEntry> earlier(ImportRow row, Rights rights, Draft decision) {
    String before = row.earlierExternalId();
    Optional<TimeEntry> earlier = EntryCreation.earlier(row.draft(), rights, decision);
    return before == null
        ? earlier
        : earlier.or(
            () ->
                EntryCreation.earlier(
                    row.draft().with(b -> b.externalId(before)), rights, decision));
  }

  private static ReplyItem importRow(ImportRow row, Rights rights, Draft decision) {
    Optional<TimeEntry> earlier = earlier(row, rights, decision);
    if (earlier.isPresent()) {
      return ReplyItem.of(ReplyItem.Status.EXISTS, earlier.get());
    }
    UserId user = row.draft().userId();
    if (user != null && decision.state().member(user).isEmpty() && rights.may(Permission.ADMIN)) {
      DirectoryUpdate.decide(
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
    return EntryCreation.create(Names.find(row, decision), Source.IMPORT, rights, decision)
        .getFirst();
  }
}
