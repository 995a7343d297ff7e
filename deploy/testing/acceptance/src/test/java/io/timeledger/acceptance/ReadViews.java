package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What Postgres shows, as far as it is a fold of the log.
final class ReadViews {
  /// Outcomes are no part of it; the others say when it was folded.
  private static final Set<String> LEFT_OUT = Set.of("command_outcome", "position", "progress");

  private ReadViews() {}

  /// Every row of every read view as text, sorted. When tokens were used last is left out: that
  /// is told once a minute at most.
  static Map<String, List<String>> rows(Connection connection) throws SQLException {
    Map<String, List<String>> tables = new TreeMap<>();
    try (Statement sql = connection.createStatement()) {
      List<String> views =
          column(
              sql, "select table_name from information_schema.views where table_schema = 'read'");
      for (String view : views) {
        if (!LEFT_OUT.contains(view)) {
          tables.put(
              view,
              column(
                  sql,
                  "select (to_jsonb(v) - 'last_used_at')::text from read."
                      + view
                      + " v order by 1"));
        }
      }
    }
    assertThat(tables).containsKeys("time_entry", "timesheet", "rollup", "audit", "event");
    return tables;
  }

  private static List<String> column(Statement sql, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        values.add(found.getString(1));
      }
    }
    return values;
  }
}
