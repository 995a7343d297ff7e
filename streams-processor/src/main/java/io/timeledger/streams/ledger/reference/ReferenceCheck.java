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
import io.timeledger.streams.ledger.DecisionBuilder;
import io.timeledger.streams.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/// Resolves references to directory records. A missing one is created as a stub or refused, by the
/// workspace's `unknown_references`.
public final class ReferenceCheck {
  private ReferenceCheck() {}

  /// The project of new time.
  ///
  /// @param name for a stub; null names it by its id
  /// @throws Refusal `project_archived` for an archived or deleted one
  public static Project openProject(
      DecisionBuilder decision, ProjectId id, @Nullable String name, @Nullable ClientId client) {
    decision.state().project(id).ifPresent(ReferenceCheck::requireOpen);
    return project(decision, id, name, client);
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

  /// Whether it accepts new time.
  public static boolean isOpen(Project project) {
    return project.deletedAt() == null && !project.archived();
  }

  /// @param name for a stub; null names it by its id
  public static Project project(
      DecisionBuilder decision, ProjectId id, @Nullable String name, @Nullable ClientId client) {
    Project known = decision.state().project(id).orElse(null);
    if (known != null && known.deletedAt() == null) {
      return known;
    }
    requireStubs(decision, ErrorCode.UNKNOWN_PROJECT, "project_id", id.value());
    Project stub =
        ProjectBuilder.builder()
            .id(id)
            .workspaceId(decision.state().workspaceId())
            .name(name == null ? id.value() : name)
            .clientId(client)
            .createdAt(decision.now())
            .updatedAt(decision.now())
            .build();
    return decision.change(
        known == null ? EventType.PROJECT_CREATED : EventType.PROJECT_UPDATED, stub, known);
  }

  /// @param name for a stub; null names it by its id
  public static Task task(
      DecisionBuilder decision, TaskId id, @Nullable String name, @Nullable ProjectId project) {
    Task known = decision.state().task(id).orElse(null);
    if (known != null && known.deletedAt() == null) {
      return known;
    }
    requireStubs(decision, ErrorCode.UNKNOWN_TASK, "task_id", id.value());
    Task stub =
        TaskBuilder.builder()
            .id(id)
            .workspaceId(decision.state().workspaceId())
            .name(name == null ? id.value() : name)
            .projectId(project)
            .createdAt(decision.now())
            .updatedAt(decision.now())
            .build();
    return decision.change(
        known == null ? EventType.TASK_CREATED : EventType.TASK_UPDATED, stub, known);
  }

  /// @param name for a stub; null names it by its id
  public static Client client(DecisionBuilder decision, ClientId id, @Nullable String name) {
    Client known = decision.state().client(id).orElse(null);
    if (known != null && known.deletedAt() == null) {
      return known;
    }
    requireStubs(decision, ErrorCode.UNKNOWN_CLIENT, "client_id", id.value());
    Client stub =
        ClientBuilder.builder()
            .id(id)
            .workspaceId(decision.state().workspaceId())
            .name(name == null ? id.value() : name)
            .createdAt(decision.now())
            .updatedAt(decision.now())
            .build();
    return decision.change(
        known == null ? EventType.CLIENT_CREATED : EventType.CLIENT_UPDATED, stub, known);
  }

  private static void requireStubs(
      DecisionBuilder decision, ErrorCode code, String field, String id) {
    if (decision.state().settings().unknownReferences() == UnknownReferences.REJECT) {
      throw Refusal.of(code, field, field + ": \"" + id + "\" is not known to the workspace");
    }
  }
}
