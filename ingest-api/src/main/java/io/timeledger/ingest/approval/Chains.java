package io.timeledger.ingest.approval;

import io.timeledger.ingest.access.Directory;
import io.timeledger.ingest.settings.StoredSettings;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.restricted.MemberProfile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The approval chain of a submitted timesheet: one step per level with its current approver, and
/// the current position. Without a route it has one step, open to every permitted approver.
final class Chains {
  private final Directory directory;
  private final StoredSettings settings;

  Chains(Directory directory, StoredSettings settings) {
    this.directory = directory;
    this.settings = settings;
  }

  void addTo(List<ObjectNode> sheets, WorkspaceId workspace) {
    boolean self =
        settings
            .find(workspace)
            .map(found -> found.path("allow_self_approval").asBoolean(false))
            .orElse(false);
    sheets.forEach(sheet -> addTo(sheet, workspace, self));
  }

  private void addTo(ObjectNode sheet, WorkspaceId workspace, boolean self) {
    ArrayNode chain = sheet.putArray("chain");
    int waiting = sheet.required("level").asInt();
    JsonNode levels = sheet.required("approval_levels");
    if (levels.isNull()) {
      step(chain, 1, waiting);
      return;
    }
    String submitter = sheet.required("user_id").asString();
    for (JsonNode level : levels) {
      String approver = text(level, "approver_user_id");
      String fallback = text(level, "fallback_user_id");
      step(chain, chain.size() + 1, waiting)
          .put("approver_user_id", approver)
          .put("fallback_user_id", fallback)
          .put("decides_user_id", decider(approver, fallback, submitter, workspace, self));
    }
  }

  private static ObjectNode step(ArrayNode chain, int level, int waiting) {
    String state = level < waiting ? "approved" : level == waiting ? "waiting" : "next";
    return chain
        .addObject()
        .put("level", level)
        .putNull("approver_user_id")
        .putNull("fallback_user_id")
        .putNull("decides_user_id")
        .put("state", state);
  }

  private @Nullable String decider(
      @Nullable String approver,
      @Nullable String fallback,
      String submitter,
      WorkspaceId workspace,
      boolean self) {
    return Stream.of(approver, fallback)
        .flatMap(Stream::ofNullable)
        .filter(user -> self || !user.equals(submitter))
        .filter(
            user ->
                directory
                    .member(workspace, new UserId(user))
                    .filter(MemberProfile::active)
                    .filter(member -> member.role().permissions().contains(Permission.APPROVE))
                    .isPresent())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String text(JsonNode level, String field) {
    JsonNode value = level.path(field);
    return value.isString() ? value.asString() : null;
  }
}
