package io.timeledger.local;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;

/// Where the broker and the database are.
record Servers(String kafka, String jdbcUrl, String username, String password) {

  static Servers of(EmbeddedKafka kafka, EmbeddedPostgres postgres) {
    return new Servers(
        kafka.bootstrapServers(), postgres.jdbcUrl(), postgres.username(), postgres.password());
  }

  /// As psql takes it.
  String psqlUrl() {
    return jdbcUrl.replace(
        "jdbc:postgresql://", "postgresql://%s:%s@".formatted(username, password));
  }

  /// Those of the running platform.
  static Servers of(Connection connection) {
    return new Servers(
        connection.get("KAFKA_BOOTSTRAP"),
        connection.get("JDBC_URL"),
        connection.get("JDBC_USER"),
        connection.get("JDBC_PASSWORD"));
  }
}
