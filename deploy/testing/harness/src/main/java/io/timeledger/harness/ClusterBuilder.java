package io.timeledger.harness;

import io.timeledger.embedded.BrokerCertificate;
import io.timeledger.embedded.BrokerCluster;
import io.timeledger.embedded.KafkaLogins;
import io.timeledger.embedded.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.netcrusher.core.reactor.NioReactor;

/// Composes a [Cluster]. Without further calls it is one broker and a database, which clients reach
/// directly and without credentials, and no services.
public final class ClusterBuilder {
  private static final int STATE_MEGABYTES = 320;

  private final JavaCommands programs;
  private final Map<String, String> settings = new HashMap<>();
  private int brokers = 1;
  private int streams;
  private int apis;
  private int dispatchers;
  private int connectors;
  private boolean proxied;
  private boolean secured;
  private boolean encrypted;
  private boolean shortLived;
  private boolean inTurn;
  private OptionalInt heap = OptionalInt.empty();
  private int connections = 10;
  private List<String> database = List.of();
  private @Nullable Path recordings;

  ClusterBuilder(JavaCommands programs) {
    this.programs = programs;
  }

  /// @param count 1, or 3 with replication, which must be proxied
  public ClusterBuilder brokers(int count) {
    if (count != 1 && count != 3) {
      throw new IllegalArgumentException("brokers: " + count + " (expected: 1 or 3)");
    }
    brokers = count;
    return this;
  }

  /// Instances of the streams-processor. Without any, the harness creates the topics.
  public ClusterBuilder streams(int count) {
    streams = count;
    return this;
  }

  /// Instances of the API. The clock of the second is ten minutes ahead.
  public ClusterBuilder apis(int count) {
    apis = count;
    return this;
  }

  /// Instances of the webhook-dispatcher.
  public ClusterBuilder dispatchers(int count) {
    dispatchers = count;
    return this;
  }

  /// Instances of the calendar-connector.
  public ClusterBuilder connectors(int count) {
    connectors = count;
    return this;
  }

  /// Members' accounts at Google and Microsoft are at this stand-in, the provider twin.
  public ClusterBuilder provider(URI twin) {
    settings.putAll(ProviderSettings.at(twin));
    return this;
  }

  /// Services reach brokers and database through [TcpProxy]s, and the state of the first
  /// streams-processor is on a disk of its own if this process may mount one: so that connections
  /// can be cut and the disk filled.
  public ClusterBuilder proxied() {
    proxied = true;
    return this;
  }

  /// Brokers authenticate the services and check their permissions.
  public ClusterBuilder secured() {
    secured = true;
    return this;
  }

  /// Brokers are [#secured()], and all connections to them encrypted. Only for three brokers.
  public ClusterBuilder encrypted() {
    encrypted = true;
    return secured();
  }

  /// Services are compiled by the first compiler only, as suits processes that start often.
  public ClusterBuilder shortLived() {
    shortLived = true;
    return this;
  }

  /// Each process is started when the one before is ready, so that its [Cluster#startTimes()] are
  /// its own.
  public ClusterBuilder inTurn() {
    inTurn = true;
    return this;
  }

  /// The heap of every service; by default as small as the service allows.
  public ClusterBuilder heap(int megabytes) {
    heap = OptionalInt.of(megabytes);
    return this;
  }

  /// Connections of each service to the database.
  public ClusterBuilder connections(int count) {
    connections = count;
    return this;
  }

  /// Settings of PostgreSQL, as `name=value`.
  public ClusterBuilder database(String... parameters) {
    database = List.of(parameters);
    return this;
  }

  /// Environment variables of every service.
  public ClusterBuilder with(Map<String, String> variables) {
    settings.putAll(variables);
    return this;
  }

  /// @param folder for flight recordings of the services; null for none
  public ClusterBuilder recordings(@Nullable Path folder) {
    recordings = folder;
    return this;
  }

  /// Returns when every process is ready.
  ///
  /// @param folder for data and output, empty
  public Cluster start(Path folder) {
    Cluster cluster = assemble(folder.toAbsolutePath());
    try {
      cluster.startStores();
      cluster.startServices(streams, apis, dispatchers, connectors);
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private Cluster assemble(Path folder) {
    int postgresPort = LoopbackPort.free();
    BackingServer postgres =
        BackingServer.postgres(folder.resolve("postgres"), postgresPort, database);
    ServiceLauncher launcher =
        new ServiceLauncher(folder, programs, new JvmTuning(heap, shortLived, recordings));
    NioReactor reactor = proxied ? newReactor() : null;
    int port = reactor == null ? postgresPort : LoopbackPort.free();
    Brokers log = brokers(folder, reactor);
    return new Cluster(
        log,
        postgres,
        postgresPort,
        new ServiceSettings(log, postgres, port, connections, settings),
        launcher,
        new Supervisor(inTurn),
        reactor == null ? null : new TcpProxy("postgres", reactor, port, postgresPort),
        reactor,
        proxied ? SmallDisk.at(Cluster.state(folder, 0), STATE_MEGABYTES) : Optional.empty());
  }

  private Brokers brokers(Path folder, @Nullable NioReactor reactor) {
    if (brokers == 1) {
      if (encrypted) {
        throw new IllegalStateException("one broker cannot be encrypted");
      }
      return Brokers.one(folder, secured, reactor);
    }
    if (reactor == null) {
      throw new IllegalStateException("several brokers must be proxied");
    }
    BrokerCluster cluster = BrokerCluster.of(brokers);
    if (!secured) {
      return Brokers.several(cluster, folder, null, reactor);
    }
    KafkaLogins logins = logins(folder, cluster);
    return Brokers.several(cluster.locked(logins), folder, logins, reactor);
  }

  private KafkaLogins logins(Path folder, BrokerCluster cluster) {
    KafkaLogins logins = new KafkaLogins(folder.resolve("kafka-logins"));
    return encrypted
        ? logins.trusting(
            BrokerCertificate.create(
                folder.resolve("certificate"),
                cluster.nodes().stream().map(BrokerCluster.Node::host).toList()))
        : logins;
  }

  private static NioReactor newReactor() {
    try {
      return new NioReactor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
