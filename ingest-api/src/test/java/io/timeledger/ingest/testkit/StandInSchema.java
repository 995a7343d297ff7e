package io.timeledger.ingest.testkit;

import io.timeledger.embedded.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// The real schema of a service that a stand-in replaces.
final class StandInSchema {
  private final TestDatabase database;

  private StandInSchema(TestDatabase database) {
    this.database = database;
  }

  /// Migrates the schema, whose scripts are in a folder of its name.
  static StandInSchema create(TestDatabase database, String schema) {
    Flyway.configure()
        .dataSource(database.jdbcUrl(), database.username(), database.password())
        .defaultSchema(schema)
        .locations("classpath:db/" + schema)
        .load()
        .migrate();
    return new StandInSchema(database);
  }

  void execute(String sql, @Nullable String... values) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
