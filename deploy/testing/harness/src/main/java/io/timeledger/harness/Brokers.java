package io.timeledger.harness;

import io.timeledger.embedded.BrokerCluster;
import io.timeledger.embedded.KafkaLogins;
import io.timeledger.embedded.LoopbackPort;
import io.timeledger.schemas.kafka.KafkaUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netcrusher.core.reactor.NioReactor;

/// The log: one broker, or several with replication. If it is proxied, clients reach each through a
/// [TcpProxy], and so does each of several every other.
public final class Brokers implements AutoCloseable {
  private final List<BackingServer> all;
  private final List<TcpProxy> clientWires;
  private final List<Road> roads;
  private final String bootstrapServers;
  private final @Nullable KafkaLogins logins;
  private final LogAdmin admin;

  /// One broker's connections to another: to its client listener or its controller.
  private record Road(BackingServer from, BackingServer to, TcpProxy wire) {}

  /// @param logins null if the brokers check no permissions
  private Brokers(
      List<BackingServer> all,
      List<Integer> wirePorts,
      List<TcpProxy> proxies,
      List<Road> roads,
      @Nullable KafkaLogins logins) {
    this.all = List.copyOf(all);
    this.clientWires = List.copyOf(proxies);
    this.roads = List.copyOf(roads);
    this.bootstrapServers = addresses(wirePorts);
    this.logins = logins;
    this.admin = new LogAdmin(administrator(), all.size());
  }

  /// One broker.
  ///
  /// @param secured whether it authenticates clients and checks their permissions
  /// @param reactor of its proxy; null for none
  static Brokers one(Path folder, boolean secured, @Nullable NioReactor reactor) {
    int port = LoopbackPort.free();
    int advertised = reactor == null ? port : LoopbackPort.free();
    KafkaLogins logins = secured ? new KafkaLogins(folder.resolve("kafka-logins")) : null;
    return new Brokers(
        List.of(BackingServer.kafka(folder.resolve("kafka"), port, advertised, logins)),
        List.of(advertised),
        reactor == null ? List.of() : List.of(new TcpProxy("kafka", reactor, advertised, port)),
        List.of(),
        logins);
  }

  /// Several brokers behind proxies.
  ///
  /// @param logins of the users whom they authenticate and authorize; null if they check no
  ///     permissions
  static Brokers several(
      BrokerCluster cluster, Path folder, @Nullable KafkaLogins logins, NioReactor reactor) {
    List<BackingServer> all = new ArrayList<>();
    List<TcpProxy> proxies = new ArrayList<>();
    for (BrokerCluster.Node node : cluster.nodes()) {
      Path hosts = write(folder.resolve(node.host() + ".hosts"), hosts(cluster, node));
      all.add(BackingServer.broker(cluster, node, folder.resolve(node.host()), hosts));
      proxies.add(new TcpProxy(node.host(), reactor, node.advertisedPort(), node.port()));
    }
    List<Road> roads = new ArrayList<>();
    for (BrokerCluster.Node from : cluster.nodes()) {
      for (BrokerCluster.Node to : cluster.nodes()) {
        if (!from.equals(to)) {
          for (int port : List.of(to.brokersPort(), to.controllersPort())) {
            TcpProxy wire = new TcpProxy(to.host(), reactor, address(from, to), port, port);
            roads.add(new Road(all.get(from.number() - 1), all.get(to.number() - 1), wire));
          }
        }
      }
    }
    List<Integer> ports = cluster.nodes().stream().map(BrokerCluster.Node::advertisedPort).toList();
    return new Brokers(all, ports, proxies, roads, logins);
  }

  /// A hosts file with a broker's addresses for the others. Each pair has its own address, so that
  /// each can be cut.
  private static String hosts(BrokerCluster cluster, BrokerCluster.Node from) {
    return cluster.nodes().stream()
        .map(to -> address(from, to) + " " + to.host() + "\n")
        .collect(Collectors.joining("", "127.0.0.1 localhost\n", ""));
  }

  private static String address(BrokerCluster.Node from, BrokerCluster.Node to) {
    return from.equals(to)
        ? "127.0.0.1"
        : "127.0.%d.%d".formatted(100 + from.number(), to.number());
  }

  private static Path write(Path file, String content) {
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<BackingServer> all() {
    return all;
  }

  /// The broker with this number, from 1.
  public BackingServer numbered(int number) {
    return all.get(number - 1);
  }

  /// The client connections, one proxy per broker; empty without proxies.
  public List<TcpProxy> clientWires() {
    return clientWires;
  }

  /// Addresses for clients, separated by commas.
  String bootstrapServers() {
    return bootstrapServers;
  }

  /// Client settings with all rights.
  Map<String, Object> administrator() {
    Map<String, Object> client = logins == null ? new HashMap<>() : logins.administrator();
    client.put("bootstrap.servers", bootstrapServers);
    return client;
  }

  /// Connection settings of a service, through the proxies, with its credentials.
  Map<String, String> environment(KafkaUser user) {
    Map<String, String> environment = new HashMap<>();
    environment.put("TIMELEDGER_KAFKA_BOOTSTRAPSERVERS", bootstrapServers);
    if (logins != null) {
      environment.put("TIMELEDGER_KAFKA_PROPERTIESFILE", logins.file(user).toString());
    }
    return environment;
  }

  /// Gives each user its rights, which one broker of its own does at its start.
  void grantRights() {
    if (logins != null && all.size() > 1) {
      admin.grant(Arrays.stream(KafkaUser.values()).flatMap(user -> user.acls().stream()).toList());
    }
  }

  public LogAdmin admin() {
    return admin;
  }

  /// Blocks all traffic to and from these brokers, without closing connections.
  public void cutOff(Collection<BackingServer> brokers) {
    brokers.forEach(broker -> clientWires.get(all.indexOf(broker)).freeze());
    part(brokers);
  }

  /// Blocks traffic between these and all other brokers; clients still reach them.
  public void part(Collection<BackingServer> brokers) {
    roads.stream()
        .filter(road -> brokers.contains(road.from()) || brokers.contains(road.to()))
        .forEach(road -> road.wire().freeze());
  }

  /// Restores all traffic.
  public void mend() {
    clientWires.forEach(TcpProxy::mend);
    roads.forEach(road -> road.wire().mend());
  }

  @Override
  public void close() {
    admin.close();
    mend();
    all.forEach(ManagedProcess::resume);
    // without a majority, brokers cannot stop cleanly
    all.forEach(all.size() == 1 ? ManagedProcess::stop : ManagedProcess::kill);
    clientWires.forEach(TcpProxy::close);
    roads.forEach(road -> road.wire().close());
  }

  private static String addresses(List<Integer> ports) {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }
}
