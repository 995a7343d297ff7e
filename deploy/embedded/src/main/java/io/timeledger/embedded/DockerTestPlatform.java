package io.timeledger.embedded;

import io.timeledger.schemas.postgres.DatabaseRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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
    DockerTestPlatform platform = new DockerTestPlatform();
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
    String name = "test_" + databases.incrementAndGet();
    String url =
        "jdbc:postgresql://%s:%d/"
            .formatted(
                postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
    String user = postgres.getUsername();
    String password = postgres.getPassword();
    try (Connection connection =
            DriverManager.getConnection(url + postgres.getDatabaseName(), user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("create database " + name, e);
    }
    TestDatabase database = new TestDatabase(url + name, user, password, _ -> password);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(DatabaseRole.script());
      for (DatabaseRole role : DatabaseRole.values()) {
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
