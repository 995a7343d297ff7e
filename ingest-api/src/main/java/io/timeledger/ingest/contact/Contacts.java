package io.timeledger.ingest.contact;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.id.WorkspaceId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Contacts in the read models.
public interface Contacts {
  Page list(WorkspaceId workspace, ContactFilter filter, Paging paging);

  Optional<ObjectNode> find(WorkspaceId workspace, ContactId id);
}
