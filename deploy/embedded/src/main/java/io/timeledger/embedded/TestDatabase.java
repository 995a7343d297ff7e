package io.timeledger.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// An empty database of its own for one test.
public record TestDatabase(String jdbcUrl, String username, String password) {

  /// A new connection, owned by the caller.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, username, password);
  }
}
