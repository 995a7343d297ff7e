package io.timeledger.streams.projector;

import io.timeledger.schemas.json.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The effect of consecutive records of one partition of a private topic on the tables: the last
/// per key.
public final class PrivateBatch {
  private final Map<String, ObjectNode> profiles = new LinkedHashMap<>();
  private final Map<String, ObjectNode> erasedProfiles = new LinkedHashMap<>();
  private final Map<String, ObjectNode> origins = new LinkedHashMap<>();
  private final Map<String, ObjectNode> uses = new LinkedHashMap<>();
  private final Map<String, ObjectNode> outcomes = new LinkedHashMap<>();

  /// @param value a member's profile; null erases it
  public void addProfile(String workspace, String user, byte @Nullable [] value) {
    String key = workspace + "/" + user;
    profiles.remove(key);
    erasedProfiles.remove(key);
    if (value == null) {
      ObjectNode row = Json.MAPPER.createObjectNode();
      erasedProfiles.put(key, row.put("workspace_id", workspace).put("user_id", user));
    } else {
      profiles.put(key, object(value));
    }
  }

  /// @param value the origin of the request that caused a command's events
  public void addOrigin(Instant recordedAt, byte[] value) {
    ObjectNode row = object(value).put("recorded_at", recordedAt.toString());
    origins.put(
        row.required("workspace_id").asString() + "/" + row.required("first_sequence").asLong(),
        row);
  }

  /// @param value a token's last use
  public void addUse(String key, byte[] value) {
    uses.put(key, object(value));
  }

  /// @param value a reply of the ledger
  public void addReply(byte[] value) {
    ObjectNode reply = object(value);
    ObjectNode row = Json.MAPPER.createObjectNode();
    for (String column :
        new String[] {"workspace_id", "command_id", "user_id", "decided_at", "sequence"}) {
      row.set(column, reply.required(column));
    }
    row.set("reply", reply);
    outcomes.put(
        row.required("workspace_id").asString() + "/" + row.required("command_id").asString(), row);
  }

  public Collection<ObjectNode> profiles() {
    return profiles.values();
  }

  public Collection<ObjectNode> erasedProfiles() {
    return erasedProfiles.values();
  }

  public Collection<ObjectNode> origins() {
    return origins.values();
  }

  public Collection<ObjectNode> uses() {
    return uses.values();
  }

  public Collection<ObjectNode> outcomes() {
    return outcomes.values();
  }

  private static ObjectNode object(byte[] value) {
    return (ObjectNode) Json.MAPPER.readTree(value);
  }
}
