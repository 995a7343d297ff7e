package io.timeledger.embedded;

import io.timeledger.schemas.postgres.DatabaseRole;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The platform in containers, with the settings of the embedded one; Testcontainers removes them
/// when the JVM has ended.
final class DockerTestPlatform implements TestPlatform {
  private static final String KAFKA = "apache/kafka:4.3.1";
  private static final String POSTGRES = "postgres:18";

  private final KafkaContainer kafka = new KafkaContainer(KAFKA).withEnv(settings());
  private final PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES);
  private final AtomicInteger databases = new AtomicInteger();
  private final PlatformClients clients = new PlatformClients();

  static DockerTestPlatform start() {
    var platform = new DockerTestPlatform();
    platform.kafka.start();
    platform.postgres.start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(platform.clients::close));
    return platform;
  }

  private static Map<String, String> settings() {
    return BrokerSettings.withoutAddresses().entrySet().stream()
        .collect(
            Collectors.toMap(
                setting -> "KAFKA_" + setting.getKey().toUpperCase(Locale.ROOT).replace('.', '_'),
                setting -> setting.getValue().toString()));
  }

  @Override
  public String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  public TestDatabase newDatabase() {
    var name = "test_" + databases.incrementAndGet();
    var url =
        "jdbc:postgresql://%s:%d/"
            .formatted(
                postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    var user = postgres.getUsername();
    var password = postgres.getPassword();
    try (var connection =
            DriverManager.getConnection(url + postgres.getDatabaseName(), user, password);
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("create database " + name, e);
    }
    var database = new TestDatabase(url + name, user, password, _ -> password);
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(DatabaseRole.script());
      for (var role : DatabaseRole.values()) {
        statement.execute("alter role %s password '%s'".formatted(role.roleName(), password));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("roles of database " + name, e);
    }
    return database;
  }

  @Override
  public void closeFirst(AutoCloseable guest) {
    clients.add(guest);
  }
}
