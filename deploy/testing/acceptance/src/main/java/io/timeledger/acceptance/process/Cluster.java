package io.timeledger.acceptance.process;

import io.timeledger.embedded.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netcrusher.core.reactor.NioReactor;

/// The whole platform on one machine, each part a process. Services reach brokers and database
/// through [TcpProxy]s; checks read them directly.
public final class Cluster implements AutoCloseable {
  public static final int PARTITIONS = 4;
  private static final int STATE_MEGABYTES = 320;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path folder;
  private final JavaCommands programs;
  private final int postgresPort = LoopbackPort.free();
  private final int postgresWirePort = LoopbackPort.free();
  private final ServiceSettings settings;
  private final NioReactor reactor;
  private final Brokers brokers;
  private final BackingServer postgres;
  private final TcpProxy postgresWire;
  private final List<ServiceProcess> streams = new ArrayList<>();
  private final List<ServiceProcess> apis = new ArrayList<>();
  private final List<ServiceProcess> dispatchers = new ArrayList<>();
  private final List<URI> urls = new ArrayList<>();
  private final Optional<SmallDisk> stateDisk;

  private Cluster(Path folder, JavaCommands programs, int brokerCount) {
    this.folder = folder.toAbsolutePath();
    this.programs = programs;
    try {
      reactor = new NioReactor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    brokers = Brokers.of(brokerCount, this.folder, reactor);
    postgres = BackingServer.postgres(this.folder.resolve("postgres"), postgresPort);
    settings = new ServiceSettings(brokers, postgresWirePort, postgres);
    postgresWire = new TcpProxy("postgres", reactor, postgresWirePort, postgresPort);
    stateDisk = SmallDisk.at(state(0), STATE_MEGABYTES);
  }

  /// Returns when every process is ready. The clock of the second API instance is ten minutes
  /// ahead.
  ///
  /// @param folder for data and output, empty
  public static Cluster start(Path folder, JavaCommands programs, ClusterSize size) {
    Cluster cluster = new Cluster(folder, programs, size.brokers());
    try {
      cluster.startStores();
      cluster.addServices(size);
      cluster.services().forEach(ManagedProcess::start);
      cluster.members().forEach(Cluster::await);
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private void startStores() {
    brokers.all().forEach(ManagedProcess::start);
    postgres.start();
    brokers.all().forEach(Cluster::await);
    await(postgres);
  }

  private void addServices(ClusterSize size) {
    for (int i = 0; i < size.streamsProcessors(); i++) {
      streams.add(service("streams-processor", i, 224, settings.streamsProcessor(i, state(i))));
    }
    for (int i = 0; i < size.ingestApis(); i++) {
      int port = LoopbackPort.free();
      apis.add(service("ingest-api", i, 160, settings.ingestApi(i, port)));
      urls.add(URI.create("http://127.0.0.1:" + port));
    }
    for (int i = 0; i < size.dispatchers(); i++) {
      dispatchers.add(service("webhook-dispatcher", i, 128, settings.dispatcher(i)));
    }
  }

  private Path state(int number) {
    return folder.resolve("state-" + number);
  }

  private ServiceProcess service(
      String kind, int number, int heap, Map<String, String> environment) {
    int managementPort = LoopbackPort.free();
    environment.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"); // they start often
    environment.put("MANAGEMENT_SERVER_PORT", "" + managementPort);
    String name = kind + "-" + number;
    Path log = folder.resolve(name + ".out");
    return new ServiceProcess(name, programs.of(kind), heap, environment, managementPort, log) {
      @Override
      public boolean isReady() {
        // do not wait for a backlog of deliveries
        return kind.equals("webhook-dispatcher")
            ? isAlive() && status(management("/health/live")) == 200
            : super.isReady();
      }
    };
  }

  /// Waits until all processes are ready and all replicas are in sync. Like an orchestrator,
  /// restarts processes that ended and services that are not alive.
  ///
  /// @return the names of the restarted ones
  public List<String> recover() {
    List<String> started = new ArrayList<>();
    boolean ready =
        Poll.until(
            PATIENCE,
            () -> {
              members().stream()
                  .filter(ManagedProcess::isToBeStarted)
                  .forEach(
                      member -> {
                        member.kill();
                        member.start();
                        started.add(member.name());
                      });
              return members().stream().allMatch(ManagedProcess::isReady)
                  && brokers.admin().areAllInSync();
            });
    if (!ready) {
      members().stream().filter(member -> !member.isReady()).forEach(Cluster::complain);
      if (!brokers.admin().areAllInSync()) {
        throw new IllegalStateException("brokers lack copies after " + PATIENCE);
      }
    }
    brokers.admin().spreadLeaders();
    return started;
  }

  /// Stops the services and then the brokers and the database cleanly; their data stays.
  public void stop() {
    services().forEach(ManagedProcess::stop);
    postgres.stop();
    brokers.all().forEach(ManagedProcess::stop);
  }

  /// Runs an operator command of the streams-processor to completion.
  ///
  /// @return its output
  /// @throws IllegalStateException if it fails
  public String operate(String command) {
    Map<String, String> environment = settings.operator(command);
    Path log = folder.resolve(command + ".out");
    List<String> arguments = new ArrayList<>(programs.of("streams-processor"));
    arguments.add(command);
    Jvm jvm = new Jvm(command, arguments, environment, log);
    jvm.start();
    if (jvm.awaitEnd(PATIENCE) != 0) {
      throw new IllegalStateException(command + " failed: " + jvm.output());
    }
    return jvm.output();
  }

  private static void await(ManagedProcess member) {
    if (!Poll.until(PATIENCE, () -> member.isReady() || !member.isAlive()) || !member.isAlive()) {
      complain(member);
    }
  }

  private static void complain(ManagedProcess member) {
    String output = member.output();
    throw new IllegalStateException(
        "%s is not ready: …%s"
            .formatted(member.name(), output.substring(Math.max(0, output.length() - 4000))));
  }

  public List<ManagedProcess> members() {
    List<ManagedProcess> all = new ArrayList<>(brokers.all());
    all.add(postgres);
    all.addAll(services());
    return all;
  }

  public List<ServiceProcess> services() {
    List<ServiceProcess> all = new ArrayList<>(streams);
    all.addAll(apis);
    all.addAll(dispatchers);
    return all;
  }

  public List<ServiceProcess> streamsProcessors() {
    return List.copyOf(streams);
  }

  public List<ServiceProcess> ingestApis() {
    return List.copyOf(apis);
  }

  public List<ServiceProcess> dispatchers() {
    return List.copyOf(dispatchers);
  }

  public Brokers brokers() {
    return brokers;
  }

  public BackingServer postgres() {
    return postgres;
  }

  /// The disk with the first streams-processor's state; empty where this process may not mount.
  public Optional<SmallDisk> stateDisk() {
    return stateDisk;
  }

  public TcpProxy postgresWire() {
    return postgresWire;
  }

  /// The addresses of the API instances.
  public List<URI> urls() {
    return List.copyOf(urls);
  }

  public String operatorToken() {
    return settings.operatorToken();
  }

  /// Settings of clients with all rights. They connect through the proxies, the only addresses that
  /// the brokers advertise.
  public Map<String, Object> kafkaSettings() {
    return brokers.administrator();
  }

  public Connection sql() throws SQLException {
    return DriverManager.getConnection(
        ServiceSettings.jdbcUrl(postgresPort), postgres.username(), postgres.password());
  }

  @Override
  public void close() {
    services().forEach(ManagedProcess::kill);
    stateDisk.ifPresent(SmallDisk::close);
    postgres.stop();
    brokers.close();
    postgresWire.close();
    reactor.close();
  }
}
