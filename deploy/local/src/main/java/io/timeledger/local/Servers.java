package io.timeledger.local;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.embedded.RolePasswords;
import io.timeledger.schemas.postgres.DatabaseRole;

/// Where the broker and the database are.
///
/// @param username of the superuser, which no service is
/// @param roles what services and BI tools sign in with
record Servers(
    String kafka, String jdbcUrl, String username, String password, RolePasswords roles) {

  static Servers of(EmbeddedKafka kafka, EmbeddedPostgres postgres) {
    return new Servers(
        kafka.bootstrapServers(),
        postgres.jdbcUrl(),
        postgres.username(),
        postgres.password(),
        postgres.roles());
  }

  /// As psql takes it.
  String psqlUrl() {
    return psqlUrl(username, password);
  }

  /// The same for BI tools, which read `reporting` alone.
  String biUrl() {
    return psqlUrl(DatabaseRole.BI.roleName(), roles.of(DatabaseRole.BI));
  }

  private String psqlUrl(String user, String secret) {
    return jdbcUrl.replace("jdbc:postgresql://", "postgresql://%s:%s@".formatted(user, secret));
  }

  /// Those of the running platform.
  static Servers of(Connection connection, DataFolder data) {
    return new Servers(
        connection.get("KAFKA_BOOTSTRAP"),
        connection.get("JDBC_URL"),
        connection.get("JDBC_USER"),
        connection.get("JDBC_PASSWORD"),
        new RolePasswords(data.postgres()));
  }
}
