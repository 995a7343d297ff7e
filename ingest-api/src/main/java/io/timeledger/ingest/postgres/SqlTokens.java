package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.TOKEN;

import io.timeledger.ingest.read.Page;
import io.timeledger.ingest.read.Paging;
import io.timeledger.ingest.token.TokenFilter;
import io.timeledger.ingest.token.Tokens;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

final class SqlTokens implements Tokens {
  /// Tokens from before there were kinds have none.
  private static final Field<String> KIND = DSL.coalesce(TOKEN.KIND, "access");

  private final KeysetQuery query;

  SqlTokens(Database database) {
    query =
        new KeysetQuery(
            database,
            TOKEN,
            TOKEN.ID,
            List.of(new Sort<>("created_at", TOKEN.CREATED_AT, Instant::parse)),
            true);
  }

  @Override
  public Page list(
      WorkspaceId workspace, @Nullable UserId onlyUser, TokenFilter filter, Paging paging) {
    Condition where =
        Where.in(workspace, TOKEN.WORKSPACE_ID)
            .id(TOKEN.USER_ID, onlyUser)
            .id(TOKEN.USER_ID, filter.userId())
            .constant(KIND, filter.kind())
            .unlessGone(TOKEN.REVOKED_AT, filter.includeRevoked())
            .condition();
    return page(where, new CursorScope(workspace, onlyUser, filter), paging);
  }

  @Override
  public Page feeds(WorkspaceId workspace, UserId user, Paging paging) {
    Condition where =
        Where.in(workspace, TOKEN.WORKSPACE_ID)
            .id(TOKEN.USER_ID, user)
            .eq(TOKEN.SCOPES, new String[] {Permission.FEED.scope()})
            .unlessGone(TOKEN.REVOKED_AT, false)
            .condition();
    return page(where, new CursorScope(workspace, user, "feeds"), paging);
  }

  private Page page(Condition where, CursorScope scope, Paging paging) {
    return query.page(
        where,
        scope,
        paging,
        row -> {
          Instant lastUsedAt = row.get(TOKEN.LAST_USED_AT);
          return JsonRows.resource(ResourceType.TOKEN, row)
              .put("last_used_at", lastUsedAt == null ? null : lastUsedAt.toString());
        });
  }
}
