package io.timeledger.bench.compare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Progress of the read models: rows and rollups up to a sequence become visible together with it.
final class Projected {
  private final Connection database;

  Projected(Connection database) {
    this.database = database;
  }

  /// The visible sequence by workspace.
  Map<String, Long> sequences() throws SQLException {
    try (PreparedStatement select =
            database.prepareStatement("select workspace_id, sequence from read.progress");
        ResultSet rows = select.executeQuery()) {
      Map<String, Long> sequences = new HashMap<>();
      while (rows.next()) {
        sequences.put(rows.getString(1), rows.getLong(2));
      }
      return sequences;
    }
  }

  long events() throws SQLException {
    return sequences().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Waits until there was no progress for a second, and until the other system's outbox is empty,
  /// so that no system pays for the other.
  ///
  /// @return the number of events
  long awaitRest() throws SQLException {
    long last = -1;
    for (long now = events(); now != last || outboxIsFull(); now = events()) {
      last = now;
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
    }
    try (Statement vacuum = database.createStatement()) {
      vacuum.execute("vacuum crud.outbox");
    }
    return last;
  }

  private boolean outboxIsFull() throws SQLException {
    try (Statement select = database.createStatement();
        ResultSet found = select.executeQuery("select exists (select from crud.outbox)")) {
      found.next();
      return found.getBoolean(1);
    }
  }
}
