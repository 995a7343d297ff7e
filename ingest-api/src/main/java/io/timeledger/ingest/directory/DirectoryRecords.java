package io.timeledger.ingest.directory;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.read.VisibleMembers;
import io.timeledger.schemas.id.ClientId;
import io.timeledger.schemas.id.ProjectId;
import io.timeledger.schemas.id.TaskId;
import io.timeledger.schemas.id.TeamId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Members, projects, tasks and clients in the read models.
public interface DirectoryRecords {
  Page members(WorkspaceId workspace, VisibleMembers visible, MemberFilter filter, Paging paging);

  Page projects(WorkspaceId workspace, ProjectFilter filter, Paging paging);

  Page tasks(WorkspaceId workspace, TaskFilter filter, Paging paging);

  Page clients(WorkspaceId workspace, ClientFilter filter, Paging paging);

  Page teams(WorkspaceId workspace, TeamFilter filter, Paging paging);

  Optional<FoundMember> find(WorkspaceId workspace, UserId id);

  Optional<ObjectNode> find(WorkspaceId workspace, TeamId id);

  Optional<ObjectNode> find(WorkspaceId workspace, ProjectId id);

  Optional<ObjectNode> find(WorkspaceId workspace, TaskId id);

  Optional<ObjectNode> find(WorkspaceId workspace, ClientId id);
}
