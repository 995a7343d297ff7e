package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.SETTINGS;

import io.timeledger.ingest.settings.StoredSettings;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ResourceType;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

record SqlSettings(Database database) implements StoredSettings {

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace) {
    return database.read(
        sql ->
            sql.selectFrom(SETTINGS)
                .where(SETTINGS.WORKSPACE_ID.eq(workspace.value()))
                .fetchOptional(row -> JsonRows.resource(ResourceType.SETTINGS, row)));
  }
}
