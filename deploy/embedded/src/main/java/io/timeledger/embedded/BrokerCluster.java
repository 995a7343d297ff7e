package io.timeledger.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/// The configuration of a cluster of several brokers: each is a controller, too. With three, each
/// has copies of everything, and a write is acknowledged once two have it.
///
/// Brokers find each other as `broker-1`, `broker-2`, …, so that the process that starts them can
/// route each pair separately (`jdk.net.hosts.file`); all listen on 127.0.0.1 only.
///
/// @param id of the cluster, in each broker's folder
/// @param logins of its users; without, it requires no authentication
public record BrokerCluster(String id, List<Node> nodes, Optional<KafkaLogins> logins) {

  /// @param number from 1
  /// @param port for clients
  /// @param advertisedPort that clients connect to
  /// @param brokersPort for other brokers
  /// @param controllersPort for other controllers
  public record Node(
      int number, int port, int advertisedPort, int brokersPort, int controllersPort) {
    public String host() {
      return "broker-" + number;
    }
  }

  public BrokerCluster {
    nodes = List.copyOf(nodes);
  }

  /// The given number of brokers on free ports.
  public static BrokerCluster of(int brokers) {
    List<Node> nodes = new ArrayList<>();
    for (int number = 1; number <= brokers; number++) {
      nodes.add(
          new Node(
              number,
              LoopbackPort.free(),
              LoopbackPort.free(),
              LoopbackPort.free(),
              LoopbackPort.free()));
    }
    return new BrokerCluster(Uuid.randomUuid().toString(), nodes, Optional.empty());
  }

  /// Brokers that authenticate the platform's users and authorize each by its ACLs, which the
  /// administrator has to create. Generates the passwords that do not exist.
  public BrokerCluster locked(KafkaLogins users) {
    var _ = users.scramArguments();
    return new BrokerCluster(id, nodes, Optional.of(users));
  }

  /// The settings of one broker, as in a `server.properties`.
  public Map<String, String> settings(Node node, Path logFolder) {
    Map<String, Object> settings = new TreeMap<>(BrokerSettings.withoutAddresses());
    settings.putAll(copies());
    settings.putAll(addresses(node));
    settings.putAll(access().settings());
    settings.put("log.dirs", logFolder.toString());
    return settings.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
  }

  private ClusterAccess access() {
    return logins.<ClusterAccess>map(ClusterAccess.Locked::new).orElseGet(ClusterAccess.Open::new);
  }

  private Map<String, Object> copies() {
    int copies = Math.min(3, nodes.size());
    int inSync = Math.max(1, copies - 1);
    return Map.of(
        "default.replication.factor", copies,
        "min.insync.replicas", inSync,
        "offsets.topic.replication.factor", copies,
        "transaction.state.log.replication.factor", copies,
        "transaction.state.log.min.isr", inSync,
        "share.coordinator.state.topic.replication.factor", copies,
        "share.coordinator.state.topic.min.isr", inSync,
        // others take over from a killed broker after its session: Kafka's default
        "broker.session.timeout.ms", 9000,
        "broker.heartbeat.interval.ms", 2000);
  }

  private Map<String, Object> addresses(Node node) {
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        node.number(),
        "listeners",
        listeners(
            "127.0.0.1", node.port(), "127.0.0.1", node.brokersPort(), node.controllersPort()),
        "advertised.listeners",
        listeners(
            "127.0.0.1",
            node.advertisedPort(),
            node.host(),
            node.brokersPort(),
            node.controllersPort()),
        "controller.listener.names",
        ClusterAccess.CONTROLLERS,
        "inter.broker.listener.name",
        ClusterAccess.BROKERS,
        "controller.quorum.voters",
        nodes.stream()
            .map(each -> each.number() + "@" + each.host() + ":" + each.controllersPort())
            .collect(Collectors.joining(",")));
  }

  private static String listeners(
      String clientsHost, int clients, String peersHost, int brokers, int controllers) {
    return "%s://%s:%d,%s://%s:%d,%s://%s:%d"
        .formatted(
            ClusterAccess.CLIENTS,
            clientsHost,
            clients,
            ClusterAccess.BROKERS,
            peersHost,
            brokers,
            ClusterAccess.CONTROLLERS,
            peersHost,
            controllers);
  }
}
