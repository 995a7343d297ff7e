package io.timeledger.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The configuration of a single broker that is its own controller.
final class BrokerSettings {
  static final int NODE_ID = 1;
  static final String CLIENT_LISTENER = "CLIENTS";
  static final String CONTROLLER_LISTENER = "CONTROLLER";
  static final int INTERNAL_PARTITIONS = 4;
  private static final int MIB = 1024 * 1024;

  private BrokerSettings() {}

  static Map<String, Object> of(
      Path logFolder, int port, int advertised, int controllerPort, BrokerDoors doors) {
    Map<String, Object> settings = withoutAddresses();
    settings.putAll(doors.settings());
    settings.putAll(identity(logFolder, port, advertised, controllerPort));
    // as text, as from a file: Kafka parses each setting's type
    settings.replaceAll((_, value) -> value.toString());
    return settings;
  }

  /// Settings that do not depend on where the broker runs.
  static Map<String, Object> withoutAddresses() {
    Map<String, Object> settings = new HashMap<>();
    settings.putAll(SINGLE_NODE);
    settings.putAll(RECOVERY);
    settings.putAll(LATENCY);
    settings.putAll(MODEST);
    return settings;
  }

  private static Map<String, Object> identity(
      Path logFolder, int port, int advertised, int controllerPort) {
    String client = CLIENT_LISTENER + "://127.0.0.1:" + port;
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        NODE_ID,
        "log.dirs",
        logFolder.toString(),
        "listeners",
        client + "," + CONTROLLER_LISTENER + "://127.0.0.1:" + controllerPort,
        "advertised.listeners",
        CLIENT_LISTENER + "://127.0.0.1:" + advertised,
        "controller.listener.names",
        CONTROLLER_LISTENER,
        "inter.broker.listener.name",
        CLIENT_LISTENER,
        "controller.quorum.voters",
        NODE_ID + "@127.0.0.1:" + controllerPort);
  }

  private static final Map<String, Object> SINGLE_NODE =
      Map.of(
          "auto.create.topics.enable", false,
          "default.replication.factor", 1,
          "offsets.topic.replication.factor", 1,
          "offsets.topic.num.partitions", INTERNAL_PARTITIONS,
          "transaction.state.log.replication.factor", 1,
          "transaction.state.log.min.isr", 1,
          "transaction.state.log.num.partitions", INTERNAL_PARTITIONS,
          "share.coordinator.state.topic.replication.factor", 1,
          "share.coordinator.state.topic.min.isr", 1,
          "group.initial.rebalance.delay.ms", 0);

  // RaftNode ends the session of a killed broker; here a short one would only fence a living broker
  // whose machine was busy or asleep. A killed producer's transaction ends half a second after its
  // time-out. A laptop may sleep for weeks without losing positions.
  private static final Map<String, Object> RECOVERY =
      Map.of(
          "broker.session.timeout.ms", 30_000,
          "broker.heartbeat.interval.ms", 500,
          "transaction.abort.timed.out.transaction.cleanup.interval.ms", 500,
          "offsets.retention.minutes", 366 * 24 * 60);

  // Exactly-once producers begin a transaction right after the last one and briefly meet its
  // markers: with the default of 20 ms each commit would pay for that.
  private static final Map<String, Object> LATENCY =
      Map.of("add.partitions.to.txn.retry.backoff.ms", 1);

  private static final Map<String, Object> MODEST =
      Map.of(
          // The no-op record, twice a second by default, only helps to monitor an idle controller.
          "metadata.max.idle.interval.ms", 5_000,
          "message.max.bytes", 5 * MIB,
          "replica.fetch.max.bytes", 5 * MIB,
          "log.cleaner.dedupe.buffer.size", 8L * MIB,
          "num.network.threads", 2,
          "num.io.threads", 4,
          "background.threads", 2,
          "num.recovery.threads.per.data.dir", 2);
}
