package io.timeledger.streams.ledger.directory;

import io.timeledger.schemas.command.DirectoryCommand.PutClient;
import io.timeledger.schemas.command.DirectoryCommand.PutProject;
import io.timeledger.schemas.command.DirectoryCommand.PutTask;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.reply.ReplyItem;
import io.timeledger.schemas.reply.ReplyItem.Status;
import io.timeledger.schemas.resource.Client;
import io.timeledger.schemas.resource.ClientBuilder;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.ProjectBuilder;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.Task;
import io.timeledger.schemas.resource.TaskBuilder;
import io.timeledger.streams.ledger.Decimals;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import io.timeledger.streams.ledger.VersionCheck;
import io.timeledger.streams.ledger.reference.ReferenceCheck;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Creates, replaces or undeletes projects, tasks and clients; each put is the whole record.
final class RecordPuts {
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(9_999_999);

  private RecordPuts() {}

  static ReplyItem project(PutProject command, DecisionBuilder decision) {
    Project before = decision.state().project(command.id()).orElse(null);
    VersionCheck.require(before, command.ifVersion(), decision);
    checkHours("time_budget_hours", command.timeBudgetHours());
    if (command.clientId() != null) {
      ReferenceCheck.client(decision, command.clientId(), null);
    }
    Project after =
        ProjectBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .name(command.name())
            .clientId(command.clientId())
            .billable(command.billable())
            .timeBudgetHours(Decimals.keptOrNull(command.timeBudgetHours()))
            .archived(command.archived())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    return put(EventType.PROJECT_CREATED, EventType.PROJECT_UPDATED, after, before, decision);
  }

  static ReplyItem task(PutTask command, DecisionBuilder decision) {
    Task before = decision.state().task(command.id()).orElse(null);
    VersionCheck.require(before, command.ifVersion(), decision);
    checkHours("estimate_hours", command.estimateHours());
    if (command.projectId() != null) {
      ReferenceCheck.project(decision, command.projectId(), null, null);
    }
    Task after =
        TaskBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .name(command.name())
            .projectId(command.projectId())
            .estimateHours(Decimals.keptOrNull(command.estimateHours()))
            .completedAt(command.completedAt())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    boolean completes =
        command.completedAt() != null && before != null && before.completedAt() == null;
    EventType changed = completes ? EventType.TASK_COMPLETED : EventType.TASK_UPDATED;
    return put(EventType.TASK_CREATED, changed, after, before, decision);
  }

  static ReplyItem client(PutClient command, DecisionBuilder decision) {
    Client before = decision.state().client(command.id()).orElse(null);
    VersionCheck.require(before, command.ifVersion(), decision);
    Client after =
        ClientBuilder.builder()
            .id(command.id())
            .workspaceId(decision.state().workspaceId())
            .name(command.name())
            .createdAt(before == null ? decision.now() : before.createdAt())
            .updatedAt(decision.now())
            .build();
    return put(EventType.CLIENT_CREATED, EventType.CLIENT_UPDATED, after, before, decision);
  }

  /// A put without changes makes no event, so that a nightly synchronization is silent.
  private static <R extends Resource> ReplyItem put(
      EventType created, EventType changed, R after, @Nullable R before, DecisionBuilder decision) {
    if (before == null) {
      return ReplyItem.of(Status.CREATED, decision.change(created, after, null));
    }
    return decision.differs(after, before)
        ? ReplyItem.of(Status.UPDATED, decision.change(changed, after, before))
        : ReplyItem.of(Status.UNCHANGED, before);
  }

  private static void checkHours(String field, @Nullable BigDecimal hours) {
    if (hours != null && !Decimals.isWithin(hours, MOST_HOURS)) {
      throw Refusal.invalid(
          field, hours + " (expected: 0 to " + MOST_HOURS + ", at most 4 decimals)");
    }
  }
}
