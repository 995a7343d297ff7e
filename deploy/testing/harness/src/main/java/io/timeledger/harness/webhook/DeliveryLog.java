package io.timeledger.harness.webhook;

import io.timeledger.harness.Cluster;
import io.timeledger.schemas.id.WorkspaceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the delivery log from its published views, each time over a new connection.
public final class DeliveryLog {
  private final Cluster cluster;

  public DeliveryLog(Cluster cluster) {
    this.cluster = cluster;
  }

  /// The number of deliveries per state.
  public Map<String, Long> states(Collection<WorkspaceId> workspaces) {
    return query(
        "select state, count(*) from webhooks_read.delivery where workspace_id = any(?) group by 1",
        workspaces,
        rows -> {
          Map<String, Long> counts = new HashMap<>();
          while (rows.next()) {
            counts.put(rows.getString(1), rows.getLong(2));
          }
          return Map.copyOf(counts);
        });
  }

  /// The number of calls in flight, by the log.
  public long inFlight(Collection<WorkspaceId> workspaces) {
    return query(
        """
        select count(*) from webhooks_read.attempt a
        join webhooks_read.delivery d on d.day = a.day and d.id = a.delivery_id
        where d.workspace_id = any(?) and d.state = 'pending' and a.outcome is null
        """,
        workspaces,
        rows -> {
          rows.next();
          return rows.getLong(1);
        });
  }

  /// All attempts, in order for each delivery.
  public List<LoggedAttempt> attempts(Collection<WorkspaceId> workspaces) {
    return query(
        """
        select a.delivery_id, d.event_id, a.attempt_no, a.scheduled_for, a.started_at, a.ended_at,
          a.outcome, a.next_attempt_at, a.error_detail, a.worker_id
        from webhooks_read.attempt a
        join webhooks_read.delivery d on d.day = a.day and d.id = a.delivery_id
        where d.workspace_id = any(?)
        order by a.delivery_id, a.attempt_no
        """,
        workspaces,
        rows -> {
          List<LoggedAttempt> attempts = new ArrayList<>();
          while (rows.next()) {
            attempts.add(
                new LoggedAttempt(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getInt(3),
                    rows.getTimestamp(4).toInstant(),
                    rows.getTimestamp(5).toInstant(),
                    instant(rows.getTimestamp(6)),
                    rows.getString(7),
                    instant(rows.getTimestamp(8)),
                    rows.getString(9),
                    rows.getString(10)));
          }
          return List.copyOf(attempts);
        });
  }

  private interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private <T> T query(String sql, Collection<WorkspaceId> workspaces, Reader<T> reader) {
    try (Connection connection = cluster.sql();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", workspaces.stream().map(WorkspaceId::value).toArray(String[]::new)));
      try (ResultSet rows = statement.executeQuery()) {
        return reader.read(rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
