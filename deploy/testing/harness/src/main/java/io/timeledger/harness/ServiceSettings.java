package io.timeledger.harness;

import io.timeledger.schemas.kafka.KafkaUser;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.schemas.secret.SealingKey;
import io.timeledger.schemas.secret.Vault;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The environment variables of a cluster's services.
final class ServiceSettings {
  private static final String KEY_ID = "k1";

  private final Brokers brokers;
  private final BackingServer postgres;
  private final int postgresPort;
  private final int connections;
  private final Map<String, String> more;
  private final String operatorToken = "operator-" + UUID.randomUUID();
  private final String sealingKey = newKey();

  /// @param postgres source of the role passwords, once it serves
  /// @param postgresPort the database's port for services
  /// @param connections to the database, of each service
  /// @param more of every service, which prevail
  ServiceSettings(
      Brokers brokers,
      BackingServer postgres,
      int postgresPort,
      int connections,
      Map<String, String> more) {
    this.brokers = brokers;
    this.postgres = postgres;
    this.postgresPort = postgresPort;
    this.connections = connections;
    this.more = Map.copyOf(more);
  }

  String operatorToken() {
    return operatorToken;
  }

  Vault vault() {
    return new Vault(List.of(SealingKey.of(KEY_ID, sealingKey)), KEY_ID);
  }

  Map<String, String> streamsProcessor(int number, Path state) {
    Map<String, String> environment = operator("s" + number);
    environment.put("TIMELEDGER_PROVISION", "true");
    environment.put("TIMELEDGER_STATEDIR", state.toString());
    return environment;
  }

  /// For a command of the streams-processor.
  Map<String, String> operator(String instance) {
    Map<String, String> environment =
        common(KafkaUser.STREAMS_PROCESSOR, DatabaseRole.STREAMS_PROCESSOR);
    environment.put("TIMELEDGER_REPLICATIONFACTOR", "" + brokers.all().size());
    environment.put("TIMELEDGER_INSTANCEID", instance);
    return environment;
  }

  /// The clock of the second instance is ten minutes ahead.
  Map<String, String> ingestApi(int number, int port) {
    Map<String, String> environment = common(KafkaUser.INGEST_API, DatabaseRole.INGEST_API);
    environment.put("SERVER_PORT", "" + port);
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("TIMELEDGER_OPERATORTOKEN", operatorToken);
    environment.put("TIMELEDGER_PUBLICURL", "http://127.0.0.1:" + port);
    environment.putAll(secrets());
    if (number == 1) {
      environment.put("TIMELEDGER_CLOCKOFFSET", "10m");
    }
    for (String limited : List.of("READS", "WRITES", "REFUSALS")) {
      environment.put("TIMELEDGER_RATELIMIT_" + limited + "PERMINUTE", "0");
    }
    return environment;
  }

  Map<String, String> dispatcher(int number) {
    Map<String, String> environment =
        common(KafkaUser.WEBHOOK_DISPATCHER, DatabaseRole.WEBHOOK_DISPATCHER);
    environment.put("TIMELEDGER_INSTANCEID", "d" + number);
    environment.putAll(secrets());
    return environment;
  }

  Map<String, String> connector(int number) {
    Map<String, String> environment =
        common(KafkaUser.CALENDAR_CONNECTOR, DatabaseRole.CALENDAR_CONNECTOR);
    environment.put("TIMELEDGER_INSTANCEID", "c" + number);
    environment.putAll(secrets());
    return environment;
  }

  /// Of the database's superuser.
  Map<String, String> database() {
    return database(postgres.username(), postgres.password());
  }

  static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/timeledger";
  }

  private Map<String, String> common(KafkaUser user, DatabaseRole role) {
    Map<String, String> environment = database(role.roleName(), postgres.password(role));
    environment.putAll(brokers.environment(user));
    environment.put("TIMELEDGER_PARTITIONS", "" + Cluster.PARTITIONS);
    environment.putAll(more);
    return environment;
  }

  private Map<String, String> database(String username, String password) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SPRING_DATASOURCE_URL", jdbcUrl(postgresPort));
    environment.put("SPRING_DATASOURCE_USERNAME", username);
    environment.put("SPRING_DATASOURCE_PASSWORD", password);
    environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "" + connections);
    return environment;
  }

  private Map<String, String> secrets() {
    return Map.of(
        "TIMELEDGER_SECRETS_KEYS_0_ID",
        KEY_ID,
        "TIMELEDGER_SECRETS_KEYS_0_KEY",
        sealingKey,
        "TIMELEDGER_WEBHOOKS_ALLOWEDNETWORKS",
        "127.0.0.0/8",
        "TIMELEDGER_CALENDAR_ALLOWEDNETWORKS",
        "127.0.0.0/8");
  }

  private static String newKey() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
