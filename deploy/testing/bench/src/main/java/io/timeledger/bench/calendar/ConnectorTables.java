package io.timeledger.bench.calendar;

import io.timeledger.harness.Cluster;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// The connector's tables, as the database's superuser sees and changes them. Not thread-safe.
final class ConnectorTables implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_EVERY_MILLIS = 2;

  private final Connection database;

  private ConnectorTables(Connection database) {
    this.database = database;
  }

  static ConnectorTables of(Cluster cluster) throws SQLException {
    return new ConnectorTables(cluster.sql());
  }

  /// Forgets all that was read, and makes every calendar due.
  void readAnew() throws SQLException {
    execute("truncate calendar.source, calendar.block");
    execute("update calendar.calendar set cursor = null, due_at = clock_timestamp()");
    execute("update calendar.lane set next_due_at = clock_timestamp(), hold_until = null");
  }

  /// @param sql of one number
  void await(String sql, long expected) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long found = number(sql);
    while (found != expected) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("%s: %d (expected: %d)".formatted(sql, found, expected));
      }
      Thread.sleep(LOOK_EVERY_MILLIS);
      found = number(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  Connection database() {
    return database;
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
