package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryCommand.CreateEntry;
import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.rate.RateResolver;
import io.timeledger.streams.ledger.review.ReviewReasons;
import io.timeledger.streams.ledger.rule.Automation;
import io.timeledger.streams.ledger.timesheet.TimesheetLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Creates an entry, or returns the existing one with the same external id. With `midnight_policy`
/// `split`, an entry over midnight becomes one per local day; the reply has all pieces, the entry
/// itself first.
public final class CreateEntryHandler {
  private CreateEntryHandler() {}

  public static List<ReplyItem> decide(
      CreateEntry command, Rights rights, DecisionBuilder decision) {
    return create(command.draft(), Source.API, rights, decision);
  }

  /// @return one item, or one per piece of a split entry
  public static List<ReplyItem> create(
      EntryDraft draft, Source source, Rights rights, DecisionBuilder decision) {
    if (source != Source.CALENDAR) {
      ExternalPair.of(draft).ifPresent(ExternalPair::requireForeign);
    }
    Optional<TimeEntry> earlier = earlier(draft, rights, decision);
    if (earlier.isPresent()) {
      return List.of(ReplyItem.of(Status.EXISTS, earlier.get()));
    }
    boolean history = source == Source.IMPORT && rights.may(Permission.ADMIN);
    Member member =
        history
            ? NewEntry.presentOrLeft(draft, rights, decision)
            : NewEntry.member(draft, rights, decision);
    EntryTimes whole = EntryTimes.of(draft, member.timezone());
    boolean split = decision.state().settings().midnightPolicy() == MidnightPolicy.SPLIT;
    List<EntryTimes> pieces = split ? MidnightSplit.of(whole) : List.of(whole);
    EntryRules.requireNotAfterLeaving(pieces.getLast().logDate(), member);
    EntryRules.requireNotFuture(whole, member, decision);
    TimeEntry described = NewEntry.describe(draft, member, source, decision);
    EntryRules.requireFields(described, decision);
    TimeEntry ruled = Automation.apply(whole.on(described), decision.state(), ReviewReasons::flag);
    List<TimeEntry> created = new ArrayList<>();
    for (EntryTimes times : pieces) {
      TimeEntry piece = times.on(piece(ruled, created, decision));
      created.add(record(EntryRules.checkOverlap(piece, decision), decision));
    }
    return created.stream().map(entry -> ReplyItem.of(Status.CREATED, entry)).toList();
  }

  /// The first piece is the entry itself; the others reference it.
  static TimeEntry piece(TimeEntry whole, List<TimeEntry> earlier, DecisionBuilder decision) {
    return earlier.isEmpty()
        ? whole
        : whole.with(
            b ->
                b.id(new EntryId(decision.newId("te")))
                    .externalSource(null)
                    .externalId(null)
                    .splitOf(whole.id()));
  }

  private static TimeEntry record(TimeEntry entry, DecisionBuilder decision) {
    Timesheet sheet = TimesheetLookup.requireOpen(decision, entry.userId(), entry.logDate());
    TimeEntry filed =
        entry.with(b -> b.timesheetId(sheet.id()).status(TimesheetLookup.entryStatus(sheet)));
    return decision.change(
        EventType.TIME_ENTRY_CREATED, RateResolver.price(filed, decision.state()), null);
  }

  /// The existing entry with the draft's external id.
  ///
  /// @throws Refusal when the draft has half of an external id, or the caller may not write the
  ///     entry
  public static Optional<TimeEntry> earlier(
      EntryDraft draft, Rights rights, DecisionBuilder decision) {
    Optional<TimeEntry> earlier =
        ExternalPair.of(draft)
            .flatMap(pair -> decision.state().entryByExternalId(pair.source(), pair.id()));
    // Without its id, which the caller may not be allowed to see.
    String what = "time entry with the external id \"" + draft.externalId() + "\"";
    earlier.ifPresent(entry -> rights.requireWrite(entry.userId(), what));
    return earlier;
  }
}
