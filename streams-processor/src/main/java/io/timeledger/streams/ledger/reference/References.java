package io.timeledger.streams.ledger.reference;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Client;
import io.timeledger.schemas.resource.ClientBuilder;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.ProjectBuilder;
import io.timeledger.schemas.resource.Task;
import io.timeledger.schemas.resource.TaskBuilder;
import io.timeledger.schemas.resource.UnknownReferences;
import io.timeledger.streams.ledger.Draft;
import io.timeledger.streams.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/// Directory records that something else names. One that is missing is made as a stub, or
/// refused, by the workspace's `unknown_references`.
public final class References {
  private References() {}

  /// The project of new time.
  ///
  /// @param name for a stub; null names it by its id
  /// @throws Refusal `project_archived` for one that is put away or deleted
  public static Project openProject(
      Draft draft, ProjectId id, @Nullable String name, @Nullable ClientId client) {
    draft.state().project(id).ifPresent(References::requireOpen);
    return project(draft, id, name, client);
  }

  /// @throws Refusal `project_archived`
  public static void requireOpen(Project project) {
    if (!isOpen(project)) {
      throw Refusal.of(
          ErrorCode.PROJECT_ARCHIVED,
          "project_id",
          "the project %s is %s"
              .formatted(project.id(), project.deletedAt() == null ? "archived" : "deleted"));
    }
  }

  /// Whether it takes new time.
  public static boolean isOpen(Project project) {
    return project.deletedAt() == null && !project.archived();
  }

  /// @param name for a stub; null names it by its id
  public static Project project(
      Draft draft, ProjectId id, @Nullable String name, @Nullable ClientId client) {
    Project known = draft.state().project(id).orElse(null);
    if (known != null && known.deletedAt() == null) {
      return known;
    }
    requireStubs(draft, ErrorCode.UNKNOWN_PROJECT, "project_id", id.value());
    Project stub =
        ProjectBuilder.builder()
            .id(id)
            .workspaceId(draft.state().workspaceId())
            .name(name == null ? id.value() : name)
            .clientId(client)
            .createdAt(draft.now())
            .updatedAt(draft.now())
            .build();
    return draft.change(
        known == null ? EventType.PROJECT_CREATED : EventType.PROJECT_UPDATED, stub, known);
  }

  /// @param name for a stub; null names it by its id
  public static Task task(
      Draft draft, TaskId id, @Nullable String name, @Nullable ProjectId project) {
    Task known = draft.state().task(id).orElse(null);
    if (known != null && known.deletedAt() == null) {
      return known;
    }
    requireStubs(draft, ErrorCode.UNKNOWN_TASK, "task_id", id.value());
    Task stub =
        TaskBuilder.builder()
            .id(id)
            .workspaceId(draft.state().workspaceId())
            .name(name == null ? id.value() : name)
            .projectId(project)
            .createdAt(draft.now())
            .updatedAt(draft.now())
            .build();
    return draft.change(
        known == null ? EventType.TASK_CREATED : EventType.TASK_UPDATED, stub, known);
  }

  /// @param name for a stub; null names it by its id
  public static Client client(Draft draft, ClientId id, @Nullable String name) {
    Client known = draft.state().client(id).orElse(null);
    if (known != null && known.deletedAt() == null) {
      return known;
    }
    requireStubs(draft, ErrorCode.UNKNOWN_CLIENT, "client_id", id.value());
    Client stub =
        ClientBuilder.builder()
            .id(id)
            .workspaceId(draft.state().workspaceId())
            .name(name == null ? id.value() : name)
            .createdAt(draft.now())
            .updatedAt(draft.now())
            .build();
    return draft.change(
        known == null ? EventType.CLIENT_CREATED : EventType.CLIENT_UPDATED, stub, known);
  }

  private static void requireStubs(Draft draft, ErrorCode code, String field, String id) {
    if (draft.state().settings().unknownReferences() == UnknownReferences.REJECT) {
      throw Refusal.of(code, field, field + ": \"" + id + "\" is not known to the workspace");
    }
  }
}
