package io.timeledger.acceptance.process;

import io.timeledger.embedded.LoopbackPort;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/// Broker, database and instances of webhook-dispatcher, each a process. There is no ledger: the
/// caller writes the ledger's records to the log.
public final class Dispatchers implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path folder;
  private final Path jars;
  private final Map<String, String> settings;
  private final int kafkaPort = LoopbackPort.free();
  private final int postgresPort = LoopbackPort.free();
  private final String key = newKey();
  private final BackingServer kafka;
  private final BackingServer postgres;
  private final List<ServiceProcess> instances = new ArrayList<>();

  private Dispatchers(Path folder, Path jars, Map<String, String> settings) {
    this.folder = folder.toAbsolutePath();
    this.jars = jars;
    this.settings = Map.copyOf(settings);
    kafka = BackingServer.kafka(this.folder.resolve("kafka"), kafkaPort, kafkaPort);
    postgres = BackingServer.postgres(this.folder.resolve("postgres"), postgresPort);
  }

  /// Returns when broker and database serve and the topics exist; starts no dispatcher yet.
  ///
  /// @param folder for data and output, empty
  /// @param jars folder of `webhook-dispatcher.jar`
  /// @param settings of every dispatcher, as environment variables
  public static Dispatchers prepare(Path folder, Path jars, Map<String, String> settings) {
    Dispatchers platform = new Dispatchers(folder, jars, settings);
    try {
      platform.kafka.start();
      platform.postgres.start();
      platform.awaitReady(platform.kafka);
      platform.awaitReady(platform.postgres);
      platform.createTopics();
      return platform;
    } catch (RuntimeException | Error e) {
      platform.close();
      throw e;
    }
  }

  /// Starts one more instance and returns when it is ready.
  public ServiceProcess add() {
    int number = instances.size();
    Map<String, String> environment = new HashMap<>();
    environment.put("TIMELEDGER_KAFKA_BOOTSTRAPSERVERS", bootstrapServers());
    environment.put("TIMELEDGER_PARTITIONS", "" + PARTITIONS);
    environment.put("TIMELEDGER_INSTANCEID", "d" + number);
    environment.put("TIMELEDGER_SECRETS_KEYS_0_ID", "k1");
    environment.put("TIMELEDGER_SECRETS_KEYS_0_KEY", key);
    environment.put("TIMELEDGER_WEBHOOKS_ALLOWEDNETWORKS", "127.0.0.0/8");
    environment.put("SPRING_DATASOURCE_URL", jdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", DatabaseRole.WEBHOOK_DISPATCHER.roleName());
    environment.put(
        "SPRING_DATASOURCE_PASSWORD", postgres.password(DatabaseRole.WEBHOOK_DISPATCHER));
    environment.putAll(settings);
    int managementPort = LoopbackPort.free();
    environment.put("MANAGEMENT_SERVER_PORT", "" + managementPort);
    String name = "webhook-dispatcher-" + number;
    ServiceProcess instance =
        new ServiceProcess(
            name,
            JavaCommands.jars(jars).of("webhook-dispatcher"),
            256,
            environment,
            managementPort,
            folder.resolve(name + ".out"));
    instances.add(instance);
    instance.start();
    if (!Poll.until(PATIENCE, instance::isReady)) {
      throw new IllegalStateException(name + " is not ready: " + instance.output());
    }
    return instance;
  }

  public BackingServer kafka() {
    return kafka;
  }

  public BackingServer postgres() {
    return postgres;
  }

  /// Waits until the store serves.
  public void awaitReady(BackingServer store) {
    if (!Poll.until(PATIENCE, store::isReady)) {
      throw new IllegalStateException(store.name() + " is not ready: " + store.output());
    }
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  /// A vault with the dispatchers' key.
  public Vault vault() {
    return new Vault(List.of(SealingKey.of("k1", key)), "k1");
  }

  public Connection sql() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), postgres.username(), postgres.password());
  }

  @Override
  public void close() {
    for (ServiceProcess instance : instances) {
      instance.resume();
      instance.kill();
    }
    kafka.resume();
    postgres.stop();
    kafka.stop();
  }

  private String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/timeledger";
  }

  private void createTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin.createTopics(Topic.declarations(PARTITIONS, (short) 1)).all().get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("topics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String newKey() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
