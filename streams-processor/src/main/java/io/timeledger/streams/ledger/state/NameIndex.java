package io.timeledger.streams.ledger.state;

import static io.timeledger.streams.ledger.state.StateTable.CLIENT;
import static io.timeledger.streams.ledger.state.StateTable.PROJECT;
import static io.timeledger.streams.ledger.state.StateTable.TASK;

import io.timeledger.schemas.resource.Client;
import io.timeledger.schemas.resource.Project;
import io.timeledger.schemas.resource.Resource;
import io.timeledger.schemas.resource.Task;
import io.timeledger.schemas.text.FoldedText;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Ids of clients, projects and tasks that are not deleted, by name ignoring case: projects within
/// their client, tasks within their project.
final class NameIndex {
  /// Names have no control characters, so a name cannot extend into the next part of a key.
  private static final String END = "\u0000";

  private final SortedStore<String> ids;

  private NameIndex(SortedStore<String> ids) {
    this.ids = ids;
  }

  static NameIndex of(StoreOpener stores, StateTables tables) {
    SortedStore<Client> clients = tables.of(CLIENT);
    SortedStore<Project> projects = tables.of(PROJECT);
    SortedStore<Task> tasks = tables.of(TASK);
    return new NameIndex(
        stores.names(
            () -> {
              SortedMap<String, String> all = new TreeMap<>();
              Stream.of(clients, projects, tasks)
                  .flatMap(store -> store.withPrefix("").values().stream())
                  .forEach(
                      resource -> {
                        String key = keyOf(resource);
                        if (key != null) {
                          all.put(key, resource.subject());
                        }
                      });
              return all;
            }));
  }

  NameIndex fork() {
    return new NameIndex(new OverlayStore<>(ids));
  }

  Collection<String> clients(String name) {
    return ids.withPrefix(clientKey(name)).values();
  }

  /// @param client id of the client; null finds those without one
  Collection<String> projects(@Nullable Object client, String name) {
    return ids.withPrefix(projectKey(client, name)).values();
  }

  /// @param project id of the project; null finds those without one
  Collection<String> tasks(@Nullable Object project, String name) {
    return ids.withPrefix(taskKey(project, name)).values();
  }

  void put(Resource after, @Nullable Resource before) {
    String old = before == null ? null : keyOf(before);
    if (old != null) {
      ids.delete(old);
    }
    String key = keyOf(after);
    if (key != null) {
      ids.put(key, after.subject());
    }
  }

  /// Null if it has no name to index.
  private static @Nullable String keyOf(Resource resource) {
    return switch (resource) {
      case Client client when client.deletedAt() == null -> clientKey(client.name()) + client.id();
      case Project project when project.deletedAt() == null ->
          projectKey(project.clientId(), project.name()) + project.id();
      case Task task when task.deletedAt() == null ->
          taskKey(task.projectId(), task.name()) + task.id();
      default -> null;
    };
  }

  private static String clientKey(String name) {
    return "client" + END + FoldedText.of(name) + END;
  }

  private static String projectKey(@Nullable Object client, String name) {
    return "project" + END + Objects.toString(client, "") + END + FoldedText.of(name) + END;
  }

  private static String taskKey(@Nullable Object project, String name) {
    return "task" + END + Objects.toString(project, "") + END + FoldedText.of(name) + END;
  }
}
