package io.timeledger.ingest.postgres;

import static io.timeledger.schemas.jooq.read.Tables.CONNECTION;
import static io.timeledger.schemas.jooq.read.Tables.PROGRESS;
import static io.timeledger.schemas.jooq.webhooks_read.Tables.DELIVERY;
import static io.timeledger.schemas.jooq.webhooks_read.Tables.ENDPOINT_STATE;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.timeledger.ingest.status.WorkspaceHealth;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the few rows of the workspace's webhooks and connections; its held deliveries by the index
/// of unfinished ones.
record SqlWorkspaceHealth(Database database) implements WorkspaceHealth {
  private static final int MOST_HELD = 1_000;
  private static final List<String> ASKING =
      Stream.of(ConnectionStatus.NEEDS_REAUTH, ConnectionStatus.NEEDS_CONSENT)
          .map(status -> Json.MAPPER.valueToTree(status).asString())
          .toList();

  @Override
  public Optional<Projected> projected(WorkspaceId workspace) {
    return database.read(
        sql ->
            sql.select(PROGRESS.SEQUENCE, PROGRESS.UPDATED_AT)
                .from(PROGRESS)
                .where(PROGRESS.WORKSPACE_ID.eq(workspace.value()))
                .fetchOptional(row -> new Projected(row.value1(), row.value2())));
  }

  @Override
  public Optional<Deliveries> deliveries(WorkspaceId workspace, Instant now) {
    try {
      return Optional.of(
          database.read(
              sql ->
                  new Deliveries(
                      sql.select(min(ENDPOINT_STATE.NEXT_DUE_AT))
                          .from(ENDPOINT_STATE)
                          .where(ENDPOINT_STATE.WORKSPACE_ID.eq(workspace.value()))
                          .and(ENDPOINT_STATE.DELETED_AT.isNull())
                          .and(ENDPOINT_STATE.NEXT_DUE_AT.le(now))
                          .fetchSingle()
                          .value1(),
                      sql.fetchCount(
                          selectOne()
                              .from(DELIVERY)
                              .where(
                                  DELIVERY.WEBHOOK_ID.in(
                                      select(ENDPOINT_STATE.WEBHOOK_ID)
                                          .from(ENDPOINT_STATE)
                                          .where(
                                              ENDPOINT_STATE.WORKSPACE_ID.eq(workspace.value()))))
                              .and(DELIVERY.STATE.eq("held"))
                              .limit(MOST_HELD)))));
    } catch (ApiException _) {
      // The dispatcher has its own tables and may be absent; the rest is worth telling.
      return Optional.empty();
    }
  }

  @Override
  public int connectionsToSignIn(WorkspaceId workspace) {
    return database.read(
        sql ->
            sql.fetchCount(
                CONNECTION,
                Where.in(workspace, CONNECTION.WORKSPACE_ID)
                    .and(ASKING, CONNECTION.STATUS::in)
                    .unlessGone(CONNECTION.DELETED_AT, false)
                    .condition()));
  }
}
