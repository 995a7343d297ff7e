package io.timeledger.bench.crud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.timeledger.schemas.resource.TimeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// Writes entry, audit row and outbox row in one statement, which is a transaction: one round trip
/// and one flush of the disk per request.
@Component
final class EntryTable {
  private static final String INSERT = resource("insert.sql");
  private final DataSource database;

  EntryTable(DataSource database) throws SQLException {
    this.database = database;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(resource("schema.sql"));
    }
  }

  /// Returns false if its key was used before or its timesheet is closed.
  boolean insert(CrudWrite write) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      bind(insert, write);
      return insert.executeUpdate() == 1;
    }
  }

  /// Inserts all in one transaction.
  void insert(List<CrudWrite> writes) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      for (CrudWrite write : writes) {
        bind(insert, write);
        insert.addBatch();
      }
      insert.executeBatch();
      connection.commit();
    }
  }

  /// The answer for an earlier use of the key, if it had the same body.
  Optional<String> earlier(CrudWrite write) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select answer from crud.entry where workspace_id = ? and user_id = ?"
                    + " and idempotency_key = ? and body_hash = ?")) {
      select.setString(1, write.entry().workspaceId().value());
      select.setString(2, write.entry().userId().value());
      select.setString(3, write.key());
      select.setString(4, write.bodyHash());
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  @SuppressWarnings("NullAway") // null is SQL's
  private static void bind(PreparedStatement insert, CrudWrite write) throws SQLException {
    TimeEntry entry = write.entry();
    insert.setString(1, requireNonNull(entry.timesheetId()).value());
    insert.setString(2, entry.id().value());
    insert.setString(3, entry.workspaceId().value());
    insert.setString(4, entry.userId().value());
    insert.setString(5, entry.projectId() == null ? null : entry.projectId().value());
    insert.setString(6, entry.description());
    insert.setBoolean(7, entry.billable());
    insert.setDate(8, Date.valueOf(entry.logDate()));
    insert.setLong(9, entry.durationSeconds());
    insert.setBigDecimal(10, entry.hourlyRate());
    insert.setString(11, write.key());
    insert.setString(12, write.bodyHash());
    insert.setString(13, write.answer());
    insert.setTimestamp(14, Timestamp.from(entry.createdAt()));
  }

  private static String resource(String name) {
    try (InputStream in =
        EntryTable.class.getResourceAsStream("/io/timeledger/bench/crud/" + name)) {
      return new String(requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
