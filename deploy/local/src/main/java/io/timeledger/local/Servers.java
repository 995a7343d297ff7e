package io.timeledger.local;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.embedded.RolePasswords;
import io.timeledger.schemas.postgres.DatabaseRole;

/// Addresses and credentials of broker and database.
///
/// @param username of the superuser, which no service uses
/// @param roles passwords for services and BI tools
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

  /// The URL for psql.
  String psqlUrl() {
    return psqlUrl(username, password);
  }

  /// The URL for BI tools, which read `reporting` alone.
  String biUrl() {
    return psqlUrl(DatabaseRole.BI.roleName(), roles.of(DatabaseRole.BI));
  }

  private String psqlUrl(String user, String secret) {
    return jdbcUrl.replace("jdbc:postgresql://", "postgresql://%s:%s@".formatted(user, secret));
  }

  /// The servers of the running platform.
  static Servers of(LocalEnvironment connection, DataFolder data) {
    return new Servers(
        connection.get("KAFKA_BOOTSTRAP"),
        connection.get("JDBC_URL"),
        connection.get("JDBC_USER"),
        connection.get("JDBC_PASSWORD"),
        new RolePasswords(data.postgres()));
  }
}
