package io.timeledger.streams.ledger.entry;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.id.EntryId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.EntryStatus;
import io.timeledger.schemas.resource.Member;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.Source;
import io.timeledger.schemas.resource.Task;
import io.timeledger.schemas.resource.TimeEntry;
import io.timeledger.schemas.resource.TimeEntryBuilder;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.Rights;
import io.timeledger.streams.ledger.reference.ReferenceCheck;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The common part of new entries and timers before their times are known: member and entity.
public final class NewEntry {
  private NewEntry() {}

  /// The draft's active member, for whom the caller may write.
  public static Member member(EntryDraft draft, Rights rights, DecisionBuilder decision) {
    Member member = presentOrLeft(draft, rights, decision);
    if (!member.active()) {
      throw left(member);
    }
    return member;
  }

  /// As [#member], but includes inactive members.
  static Member presentOrLeft(EntryDraft draft, Rights rights, DecisionBuilder decision) {
    UserId user = draft.userId() == null ? rights.userId() : draft.userId();
    rights.requireWrite(user, "member " + user);
    return decision
        .state()
        .member(user)
        .orElseThrow(
            () -> Refusal.of(ErrorCode.UNKNOWN_MEMBER, "user_id", user + " is not a member"));
  }

  static Refusal left(Member member) {
    return Refusal.of(
        ErrorCode.MEMBER_INACTIVE, "user_id", member.id() + " has left the workspace");
  }

  /// The draft as an entry without times, timesheet and rates.
  public static TimeEntry describe(
      EntryDraft draft, Member member, Source source, DecisionBuilder decision) {
    EntrySubject subject = EntrySubject.of(draft);
    Optional<ExternalPair> external = ExternalPair.of(draft);
    TaskId taskId = subject.taskId();
    ProjectId projectId = draft.projectId();
    if (taskId != null) {
      Task task = ReferenceCheck.task(decision, taskId, null, projectId);
      projectId = projectId == null ? task.projectId() : projectId;
    }
    Boolean billable = draft.billable();
    if (projectId != null) {
      Project project = ReferenceCheck.openProject(decision, projectId, null, null);
      billable = billable == null ? project.billable() : billable;
    }
    return TimeEntryBuilder.builder()
        .id(new EntryId(decision.newId("te")))
        .workspaceId(decision.state().workspaceId())
        .userId(member.id())
        .entityType(subject.type())
        .entityId(subject.entityId())
        .projectId(projectId)
        .taskId(taskId)
        .description(draft.description())
        .tags(Objects.requireNonNullElse(draft.tags(), List.of()))
        .billable(
            Objects.requireNonNullElse(billable, decision.state().settings().defaultBillable()))
        .timezone(Objects.requireNonNullElse(draft.timezone(), member.timezone()))
        .status(EntryStatus.DRAFT)
        .source(source)
        .externalSource(external.map(ExternalPair::source).orElse(null))
        .externalId(external.map(ExternalPair::id).orElse(null))
        .hourlyRate(BigDecimal.ZERO)
        .currency(decision.state().settings().defaultCurrency())
        .createdAt(decision.now())
        .updatedAt(decision.now())
        .build();
  }
}
