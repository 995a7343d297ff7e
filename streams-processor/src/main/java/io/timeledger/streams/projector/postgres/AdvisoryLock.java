package io.timeledger.streams.projector.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;

/// A database-wide lock, held by one connection until it is closed or that connection breaks.
public final class AdvisoryLock implements AutoCloseable {

  /// The operations that are locked.
  public enum Purpose {
    /// Creating, migrating and dropping schemas.
    SCHEMAS(0x74696d656c_0001L),
    /// Rebuilding: one at a time.
    REBUILD(0x74696d656c_0002L);

    private final long key;

    Purpose(long key) {
      this.key = key;
    }
  }

  private final Connection connection;
  private final Purpose purpose;

  private AdvisoryLock(Connection connection, Purpose purpose) {
    this.connection = connection;
    this.purpose = purpose;
  }

  /// Waits for it.
  static AdvisoryLock acquire(DataSource database, Purpose purpose) {
    return take(database, "select pg_advisory_lock(?) is not null", purpose).orElseThrow();
  }

  /// Empty if it is held elsewhere.
  public static Optional<AdvisoryLock> tryAcquire(DataSource database, Purpose purpose) {
    return take(database, "select pg_try_advisory_lock(?)", purpose);
  }

  @Override
  public void close() {
    try (connection) {
      call(connection, "select pg_advisory_unlock(?)", purpose);
    } catch (SQLException e) {
      throw new DataAccessException("unlock " + purpose, e);
    }
  }

  private static Optional<AdvisoryLock> take(DataSource database, String sql, Purpose purpose) {
    try {
      Connection connection = database.getConnection();
      boolean taken = false;
      try {
        taken = call(connection, sql, purpose);
      } finally {
        if (!taken) {
          connection.close();
        }
      }
      return taken ? Optional.of(new AdvisoryLock(connection, purpose)) : Optional.empty();
    } catch (SQLException e) {
      throw new DataAccessException("lock " + purpose, e);
    }
  }

  private static boolean call(Connection connection, String sql, Purpose purpose)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, purpose.key);
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }
}
