package io.timeledger.streams.ledger.imports;

import io.timeledger.schemas.command.EntryDraft;
import io.timeledger.schemas.command.ImportRow;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Client;
import io.timeledger.schemas.resource.EntityType;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.Task;
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.reference.ReferenceCheck;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The directory records of a row, found by name: the project within its client, the task within
/// its project. An unknown name is created under the row's id; if that id exists with another name,
/// the record was renamed, and is used.
///
/// @param client null with no client, likewise the others
record RowSubjects(@Nullable ClientId client, @Nullable ProjectId project, @Nullable TaskId task) {

  static RowSubjects find(ImportRow row, DecisionBuilder decision) {
    ClientId client = client(row, decision);
    ProjectId project = project(row, client, decision);
    return new RowSubjects(client, project, task(row, project, decision));
  }

  /// The draft with the resolved ids.
  EntryDraft on(EntryDraft draft) {
    boolean ofTask = task != null && draft.entityType() == EntityType.TASK;
    return draft.with(
        b ->
            b.projectId(project)
                .taskId(task)
                .entityId(ofTask ? String.valueOf(task) : draft.entityId()));
  }

  private static @Nullable ClientId client(ImportRow row, DecisionBuilder decision) {
    ClientId own = row.clientId();
    String name = row.clientName();
    if (own == null) {
      return null;
    }
    if (name != null) {
      Optional<Client> known =
          new NameMatch<Client>(
                  name, own.value(), Client::name, _ -> true, ErrorCode.AMBIGUOUS_CLIENT)
              .of(decision.state().clientsNamed(name));
      if (known.isPresent()) {
        return known.get().id();
      }
    }
    return ReferenceCheck.client(decision, own, name).id();
  }

  private static @Nullable ProjectId project(
      ImportRow row, @Nullable ClientId client, DecisionBuilder decision) {
    ProjectId own = row.draft().projectId();
    String name = row.projectName();
    if (own == null) {
      return null;
    }
    if (name != null) {
      Optional<Project> known =
          new NameMatch<Project>(
                  name,
                  own.value(),
                  Project::name,
                  ReferenceCheck::isOpen,
                  ErrorCode.AMBIGUOUS_PROJECT)
              .of(decision.state().projectsNamed(client, name));
      if (known.isPresent()) {
        ReferenceCheck.requireOpen(known.get());
        return known.get().id();
      }
    }
    return ReferenceCheck.openProject(decision, own, name, client).id();
  }

  private static @Nullable TaskId task(
      ImportRow row, @Nullable ProjectId project, DecisionBuilder decision) {
    TaskId own = row.draft().taskId();
    String name = row.taskName();
    if (own == null) {
      return null;
    }
    if (name != null) {
      Optional<Task> known =
          new NameMatch<Task>(
                  name,
                  own.value(),
                  Task::name,
                  task -> task.completedAt() == null,
                  ErrorCode.AMBIGUOUS_TASK)
              .of(decision.state().tasksNamed(project, name));
      if (known.isPresent()) {
        return known.get().id();
      }
    }
    return ReferenceCheck.task(decision, own, name, project).id();
  }
}
