package io.timeledger.acceptance.calendar;

import io.timeledger.harness.Cluster;
import io.timeledger.twin.script.ExpectedBlock;
import io.timeledger.twin.script.ExpectedBlocks;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What stands in the connector's schemas. While the database is away or a schema is gone, nothing.
record CalendarRowsReader(Cluster cluster) {
  private static final String BLOCKS =
      """
      select title, kind, started_at, ended_at, start_date, end_date, private, tentative,
             jsonb_array_length(sources)
      from calendar_read.block
      where workspace_id = ? and user_id = ?
        and coalesce(drift, '') not in ('cancelled', 'gone', 'left_window')
      """;

  /// Makes a value of a row.
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Without those that only stay because they were converted.
  List<ExpectedBlock> blocks(String workspace, String user) {
    return ExpectedBlocks.inWindow(query(BLOCKS, CalendarRowsReader::block, workspace, user));
  }

  /// The only value, or -1.
  long count(String sql, String... parameters) {
    List<Long> found = query(sql, row -> row.getLong(1), parameters);
    return found.isEmpty() ? -1 : found.getFirst();
  }

  List<String> texts(String sql, String... parameters) {
    return query(sql, row -> Objects.requireNonNullElse(row.getString(1), ""), parameters);
  }

  private <T> List<T> query(String sql, RowReader<T> reader, String... parameters) {
    try (Connection connection = cluster.sql();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      List<T> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      return List.of();
    }
  }

  private static ExpectedBlock block(ResultSet row) throws SQLException {
    Timestamp start = row.getTimestamp(3);
    Timestamp end = row.getTimestamp(4);
    return new ExpectedBlock(
        row.getString(1),
        row.getString(2),
        start == null ? row.getString(5) : start.toInstant().toString(),
        end == null ? row.getString(6) : end.toInstant().toString(),
        row.getBoolean(7),
        row.getBoolean(8),
        row.getInt(9));
  }
}
