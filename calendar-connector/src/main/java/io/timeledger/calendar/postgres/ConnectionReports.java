package io.timeledger.calendar.postgres;

import static io.timeledger.calendar.postgres.CalendarColumns.constant;
import static io.timeledger.calendar.postgres.CalendarColumns.wireName;
import static io.timeledger.schemas.jooq.calendar.Tables.CONNECTION;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.command.ConnectionCommand.ReportConnection;
import io.timeledger.schemas.id.ConnectionId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.jooq.calendar.tables.records.ConnectionRecord;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.restricted.RequestInfo;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Reports the health of connections to the ledger, whose event publishes it. Each health is sent
/// once per version of the connection; the command id lets the ledger deduplicate.
final class ConnectionReports {
  private static final UserId SYSTEM = new UserId("system");

  private ConnectionReports() {}

  /// @param reason a sentence for the owner
  /// @return whether the health has changed
  static boolean report(
      DSLContext tx, ConnectionId id, ConnectionStatus health, @Nullable String reason) {
    ConnectionRecord connection =
        tx.selectFrom(CONNECTION).where(CONNECTION.ID.eq(id.value())).fetchSingle();
    String status = wireName(health);
    boolean told =
        status.equals(connection.getReportedStatus())
            && connection.getVersion().equals(connection.getReportedVersion());
    boolean changed = !status.equals(connection.getHealth());
    connection.setHealth(status);
    if (!status.equals(connection.getStatus()) && !told) {
      connection.setReportedStatus(status);
      connection.setReportedVersion(connection.getVersion());
      CalendarOutbox.put(tx, List.of(OutgoingRecord.of(command(id, connection, health, reason))));
    }
    tx.update(CONNECTION)
        .set(CONNECTION.HEALTH, connection.getHealth())
        .set(CONNECTION.REPORTED_STATUS, connection.getReportedStatus())
        .set(CONNECTION.REPORTED_VERSION, connection.getReportedVersion())
        .where(CONNECTION.ID.eq(id.value()))
        .execute();
    return changed;
  }

  /// Repeats the report for a newer version, because the ledger rejects reports about older ones.
  static void repeat(DSLContext tx, ConnectionId id) {
    ConnectionRecord connection =
        tx.selectFrom(CONNECTION).where(CONNECTION.ID.eq(id.value())).fetchSingle();
    ConnectionStatus health = constant(ConnectionStatus.class, connection.getHealth());
    switch (health) {
      case CONNECTING -> {}
      case ACTIVE -> report(tx, id, health, null);
      case NEEDS_REAUTH, NEEDS_CONSENT, FAILED -> report(tx, id, health, connection.getError());
    }
  }

  private static CommandEnvelope command(
      ConnectionId id,
      ConnectionRecord connection,
      ConnectionStatus health,
      @Nullable String reason) {
    return new CommandEnvelope(
        "connection:%s:%d:%s".formatted(id, connection.getVersion(), wireName(health)),
        new WorkspaceId(connection.getWorkspaceId()),
        new Actor(SYSTEM, Set.of(), null, CommandOrigin.SYSTEM),
        "",
        RequestInfo.NONE,
        new ReportConnection(id, health, reason, connection.getVersion()));
  }
}
