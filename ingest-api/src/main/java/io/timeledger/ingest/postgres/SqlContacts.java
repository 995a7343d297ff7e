package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.CONTACT;

import io.timeledger.ingest.contact.ContactFilter;
import io.timeledger.ingest.contact.Contacts;
import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.schemas.id.ContactId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import tools.jackson.databind.node.ObjectNode;

final class SqlContacts implements Contacts {
  private final Database database;
  private final KeysetQuery query;

  SqlContacts(Database database) {
    this.database = database;
    query =
        new KeysetQuery(
            database,
            CONTACT,
            CONTACT.ID,
            List.of(
                new Sort<>("created_at", CONTACT.CREATED_AT, Instant::parse),
                new Sort<>("updated_at", CONTACT.UPDATED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(WorkspaceId workspace, ContactFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, CONTACT.WORKSPACE_ID)
            .after(CONTACT.UPDATED_AT, filter.updatedAfter())
            .unlessGone(CONTACT.DELETED_AT, filter.includeDeleted())
            .condition();
    return query.page(
        where,
        new CursorScope(workspace, null, filter),
        paging,
        row -> JsonRows.resource(ResourceType.CONTACT, row));
  }

  @Override
  public Optional<ObjectNode> find(WorkspaceId workspace, ContactId id) {
    return database.read(
        sql ->
            sql.selectFrom(CONTACT)
                .where(Where.in(workspace, CONTACT.WORKSPACE_ID).id(CONTACT.ID, id).condition())
                .fetchOptional(row -> JsonRows.resource(ResourceType.CONTACT, row)));
  }
}
