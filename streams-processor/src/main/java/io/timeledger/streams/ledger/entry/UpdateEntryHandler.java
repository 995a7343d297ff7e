package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryCommand.UpdateEntry;
import io.timeledger.schemas.command.EntryPatch;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.MidnightPolicy;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.Task;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.rate.RateResolver;
import io.timeledger.streams.ledger.reference.ReferenceCheck;
import io.timeledger.streams.ledger.review.ReviewReasons;
import io.timeledger.streams.ledger.rule.Automation;
import io.timeledger.streams.ledger.timesheet.TimesheetLookup;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Changes an entry, by all rules for new entries. Rates are resolved again when user, project,
/// task or day change. A patch without changes makes no event.
public final class UpdateEntryHandler {
  private UpdateEntryHandler() {}

  public static List<ReplyItem> decide(
      UpdateEntry command, Rights rights, DecisionBuilder decision) {
    TimeEntry before = EditableEntry.of(command.id(), command.ifVersion(), rights, decision);
    EntryPatch patch = command.patch();
    NonNullableFields.require(patch);
    TimeEntry described = describe(before, patch, rights, decision);
    TimeEntry timed = EntryRetiming.retime(described, patch, decision);
    if (timed.equals(before)) {
      return List.of(ReplyItem.of(Status.UNCHANGED, before));
    }
    TimeEntry filed = before.isRunning() ? timed : file(before, timed, decision);
    TimeEntry priced =
        pricedAlike(before, filed) ? filed : RateResolver.price(filed, decision.state());
    TimeEntry updated = decision.change(EventType.TIME_ENTRY_UPDATED, priced, before);
    if (isMoved(before, updated)) {
      ReviewRefresh.ofOthers(before, decision);
    }
    return List.of(ReplyItem.of(Status.UPDATED, updated));
  }

  private static TimeEntry describe(
      TimeEntry before, EntryPatch patch, Rights rights, DecisionBuilder decision) {
    EntrySubject subject = EntrySubject.of(before, patch);
    @Nullable TaskId taskId = subject.taskId();
    @Nullable ProjectId projectId = patch.projectId().orKeep(before.projectId());
    if (taskId != null && !taskId.equals(before.taskId())) {
      Task task = ReferenceCheck.task(decision, taskId, null, projectId);
      boolean follows = !patch.projectId().present() && task.projectId() != null;
      projectId = follows ? task.projectId() : projectId;
    }
    if (projectId != null && !projectId.equals(before.projectId())) {
      ReferenceCheck.openProject(decision, projectId, null, null);
    }
    TimeEntry reviewed = review(before, patch, rights);
    @Nullable ProjectId project = projectId;
    return before.with(
        b ->
            b.userId(user(before, patch, rights, decision).id())
                .entityType(subject.type())
                .entityId(subject.entityId())
                .projectId(project)
                .taskId(subject.taskId())
                .description(patch.description().orKeep(before.description()))
                .tags(Objects.requireNonNullElse(patch.tags().orKeep(before.tags()), List.of()))
                .billable(patch.billable().orKeepNonNull(before.billable()))
                .needsReview(reviewed.needsReview())
                .reviewReason(reviewed.reviewReason()));
  }

  /// A review requested by a person is a separate reason, so that it outlives the others. A member
  /// without the right to request one may still send back the value that was read.
  private static TimeEntry review(TimeEntry before, EntryPatch patch, Rights rights) {
    boolean after = patch.needsReview().orKeepNonNull(before.needsReview());
    boolean may = rights.may(Permission.WRITE_ALL) || rights.may(Permission.APPROVE);
    if (after != before.needsReview() && !may) {
      rights.require(Permission.APPROVE);
    }
    if (!after) {
      return before.with(b -> b.needsReview(false).reviewReason(null));
    }
    return patch.needsReview().present() && may
        ? ReviewReasons.flag(before, ReviewReasons.REQUESTED)
        : before;
  }

  private static Member user(
      TimeEntry before, EntryPatch patch, Rights rights, DecisionBuilder decision) {
    UserId user = patch.userId().orKeepNonNull(before.userId());
    if (!user.equals(before.userId())) {
      rights.require(Permission.WRITE_ALL);
    }
    Member member =
        decision
            .state()
            .member(user)
            .orElseThrow(
                () -> Refusal.of(ErrorCode.UNKNOWN_MEMBER, "user_id", user + " is not a member"));
    if (user.equals(before.userId())) {
      return member;
    }
    if (!member.active()) {
      throw Refusal.of(ErrorCode.MEMBER_INACTIVE, "user_id", user + " has left the workspace");
    }
    if (before.isRunning()) {
      throw Refusal.of(ErrorCode.ENTRY_RUNNING, "user_id", "a running entry stays with its user");
    }
    return member;
  }

  private static TimeEntry file(TimeEntry before, TimeEntry after, DecisionBuilder decision) {
    TimesheetLookup.requireUnlocked(decision.state(), before.userId(), before.logDate());
    Member member =
        decision
            .state()
            .member(after.userId())
            .orElseThrow(() -> Refusal.notFound("member " + after.userId()));
    EntryTimes times = EntryTimes.of(after);
    if (!times.endsLike(EntryTimes.of(before))) {
      EntryRules.requireNotFuture(times, member, decision);
    }
    EntryRules.requireFields(after, decision);
    boolean moved = isMoved(before, after);
    if (moved
        && decision.state().settings().midnightPolicy() == MidnightPolicy.SPLIT
        && times.crossesMidnight()) {
      throw Refusal.of(
          ErrorCode.CROSSES_MIDNIGHT,
          "ended_at",
          "the entry would cross midnight in " + after.timezone());
    }
    Timesheet sheet = TimesheetLookup.requireOpen(decision, after.userId(), after.logDate());
    TimeEntry checked = moved ? EntryRules.checkOverlap(after, decision) : after;
    TimeEntry mended = ReviewRefresh.ofItself(checked, decision);
    TimeEntry ruled =
        Automation.looksAlike(mended, before)
            ? mended
            : Automation.apply(
                ReviewReasons.clearRules(mended), decision.state(), ReviewReasons::flag);
    return ruled.with(b -> b.timesheetId(sheet.id()).status(TimesheetLookup.entryStatus(sheet)));
  }

  private static boolean isMoved(TimeEntry before, TimeEntry after) {
    return !EntryTimes.of(after).equals(EntryTimes.of(before))
        || !after.userId().equals(before.userId());
  }

  private static boolean pricedAlike(TimeEntry before, TimeEntry after) {
    return before.userId().equals(after.userId())
        && Objects.equals(before.projectId(), after.projectId())
        && Objects.equals(before.taskId(), after.taskId())
        && before.logDate().equals(after.logDate());
  }
}
