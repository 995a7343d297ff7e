package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryCommand.RestoreEntry;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.reference.ReferenceCheck;
import io.timeledger.streams.ledger.timesheet.TimesheetLookup;
import java.util.List;

/// Undeletes an entry, with its original rates. Its period must be open, its project not archived,
/// its member active, its external id free, and the rules for overlaps and future entries apply as
/// for a new entry. A discarded timer runs again, unless the member has another one by now.
///
/// An entry that is not deleted stays as it is.
public final class RestoreEntryHandler {
  private RestoreEntryHandler() {}

  public static List<ReplyItem> decide(
      RestoreEntry command, Rights rights, DecisionBuilder decision) {
    TimeEntry entry =
        decision
            .state()
            .entry(command.id())
            .orElseThrow(() -> Refusal.notFound("time entry " + command.id()));
    rights.requireWrite(entry.userId(), "time entry " + command.id());
    VersionCheck.require(entry, command.ifVersion(), decision);
    if (!entry.isDeleted()) {
      return List.of(ReplyItem.of(Status.UNCHANGED, entry));
    }
    Member member = activeMember(entry, decision);
    requireFree(entry, decision);
    if (entry.projectId() != null) {
      decision.state().project(entry.projectId()).ifPresent(ReferenceCheck::requireOpen);
    }
    TimeEntry back = EntryRules.checkOverlap(entry.with(b -> b.deletedAt(null)), decision);
    TimeEntry filed = entry.isRunning() ? running(back, decision) : file(back, member, decision);
    return List.of(
        ReplyItem.of(Status.UPDATED, decision.change(EventType.TIME_ENTRY_RESTORED, filed, entry)));
  }

  private static Member activeMember(TimeEntry entry, DecisionBuilder decision) {
    return decision
        .state()
        .member(entry.userId())
        .filter(Member::active)
        .orElseThrow(
            () ->
                Refusal.of(
                    ErrorCode.MEMBER_INACTIVE,
                    "user_id",
                    entry.userId() + " has left the workspace"));
  }

  /// Another entry may have taken the external id meanwhile.
  private static void requireFree(TimeEntry entry, DecisionBuilder decision) {
    String source = entry.externalSource();
    String id = entry.externalId();
    if (source != null && id != null) {
      decision
          .state()
          .entryByExternalId(source, id)
          .ifPresent(
              other -> {
                throw Refusal.of(
                    ErrorCode.EXTERNAL_ID_TAKEN,
                    "external_id",
                    "the time entry %s has the external id now".formatted(other.id()));
              });
    }
  }

  private static TimeEntry running(TimeEntry entry, DecisionBuilder decision) {
    decision
        .state()
        .runningTimer(entry.userId())
        .ifPresent(
            other -> {
              throw Refusal.of(
                  ErrorCode.TIMER_RUNNING, "the member's timer %s runs".formatted(other.id()));
            });
    return entry;
  }

  private static TimeEntry file(TimeEntry entry, Member member, DecisionBuilder decision) {
    EntryRules.requireNotFuture(EntryTimes.of(entry), member, decision);
    Timesheet sheet = TimesheetLookup.requireOpen(decision, entry.userId(), entry.logDate());
    return entry.with(b -> b.timesheetId(sheet.id()).status(TimesheetLookup.entryStatus(sheet)));
  }
}
