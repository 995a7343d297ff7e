package io.timeledger.ingest.command;

import io.timeledger.runtime.LruMap;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import java.util.Collections;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// The latest commands that were answered 202, so that polling one before it is decided does not
/// return "not found".
final class PendingCommands {
  private static final int MAX = 10_000;
  private final Set<Key> keys =
      Collections.synchronizedSet(Collections.newSetFromMap(new LruMap<>(MAX)));

  private record Key(WorkspaceId workspace, UserId user, String commandId) {}

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
