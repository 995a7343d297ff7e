package io.timeledger.ingest.report.profit;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.directory.DirectoryRecords;
import io.timeledger.ingest.directory.MemberFilter;
import io.timeledger.ingest.directory.ProjectFilter;
import io.timeledger.ingest.directory.TaskFilter;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Dimension;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Subjects of profitability: directory records, including deleted ones, and the workspace itself.
record ProfitSubjects(DirectoryRecords directory) {

  /// @param id the requested one; null means all
  Page page(WorkspaceId workspace, Dimension dimension, @Nullable String id, Paging paging) {
    if (id != null && !Id.isAddressable(id)) {
      throw ApiException.of(INVALID_PARAMETER, "dimension_id", "Expected " + Id.RULE + ".");
    }
    return switch (dimension) {
      case WORKSPACE -> one(Optional.of(itself(workspace)));
      case USER ->
          directory.members(
              workspace,
              id == null ? VisibleMembers.OF_EVERYBODY : VisibleMembers.ofOne(new UserId(id)),
              new MemberFilter(null, null, null, null, null),
              paging);
      case PROJECT ->
          id == null
              ? directory.projects(
                  workspace, new ProjectFilter(null, null, null, null, true), paging)
              : one(directory.find(workspace, new ProjectId(id)));
      case TASK ->
          id == null
              ? directory.tasks(workspace, new TaskFilter(null, null, null, null, true), paging)
              : one(directory.find(workspace, new TaskId(id)));
      case ENTITY, STAGE ->
          throw ApiException.of(
              INVALID_PARAMETER, "dimension", "Expected workspace, user, project or task.");
    };
  }

  private static Page one(Optional<ObjectNode> found) {
    return Page.whole(found.stream().toList());
  }

  private static ObjectNode itself(WorkspaceId workspace) {
    return Json.MAPPER.createObjectNode().put("id", workspace.value());
  }
}
