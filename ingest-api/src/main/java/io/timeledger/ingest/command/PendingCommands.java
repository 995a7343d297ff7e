package io.timeledger.ingest.command;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// The latest commands that were answered 202, so that asking for one before it is decided does not
/// look as if it were lost.
@Component
final class PendingCommands {
  private static final int MAX = 10_000;
  private final Set<Key> keys =
      Collections.synchronizedSet(Collections.newSetFromMap(new BoundedMap<>()));

  private record Key(WorkspaceId workspace, UserId user, String commandId) {}

  private static final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MAX;
    }
  }

  void remember(WorkspaceId workspace, UserId user, String commandId) {
    keys.add(new Key(workspace, user, commandId));
  }

  boolean knows(WorkspaceId workspace, UserId user, String commandId) {
    return keys.contains(new Key(workspace, user, commandId));
  }

  static ObjectNode pending(String commandId) {
    return Json.MAPPER.createObjectNode().put("command_id", commandId).put("status", "pending");
  }
}
