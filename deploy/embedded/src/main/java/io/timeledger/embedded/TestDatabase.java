package io.timeledger.embedded;

import io.timeledger.schemas.postgres.DatabaseRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;

/// An empty database for one test, accessed as superuser unless it is [#as] a role.
public record TestDatabase(
    String jdbcUrl, String username, String password, Function<DatabaseRole, String> passwords) {

  /// The same database, accessed as a service.
  public TestDatabase as(DatabaseRole role) {
    return new TestDatabase(jdbcUrl, role.roleName(), passwords.apply(role), passwords);
  }

  /// A new connection, owned by the caller.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, username, password);
  }
}
