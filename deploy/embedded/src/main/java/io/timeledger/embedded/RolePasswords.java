package io.timeledger.embedded;

import io.timeledger.schemas.postgres.DatabaseRole;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The passwords of an embedded PostgreSQL's roles, each in a file of the server's folder.
public record RolePasswords(Path folder) {

  public String of(DatabaseRole role) {
    return Password.in(folder.resolve(role.roleName() + ".password"));
  }

  /// Sets them on the server.
  void set(EmbeddedPostgres postgres) {
    try (Connection connection = postgres.connect(EmbeddedPostgres.DATABASE);
        Statement statement = connection.createStatement()) {
      for (DatabaseRole role : DatabaseRole.values()) {
        // hexadecimal, so nothing needs quoting
        statement.execute("alter role %s password '%s'".formatted(role.roleName(), of(role)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("passwords of roles", e);
    }
  }
}
