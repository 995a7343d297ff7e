package io.timeledger.harness;

import io.timeledger.embedded.LoopbackPort;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.schemas.secret.Vault;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netcrusher.core.reactor.NioReactor;

/// A platform on one machine, each part a process: brokers, the database, and instances of the
/// services. Checks read broker and database directly, even if services reach them through
/// [TcpProxy]s. Not thread-safe.
public final class Cluster implements AutoCloseable {
  public static final int PARTITIONS = 4;

  private final Brokers brokers;
  private final BackingServer postgres;
  private final int postgresPort;
  private final ServiceSettings settings;
  private final ServiceLauncher launcher;
  private final Supervisor supervisor;
  private final @Nullable TcpProxy postgresWire;
  private final @Nullable NioReactor reactor;
  private final Optional<SmallDisk> stateDisk;
  private final List<ServiceProcess> streams = new ArrayList<>();
  private final List<ServiceProcess> apis = new ArrayList<>();
  private final List<ServiceProcess> dispatchers = new ArrayList<>();
  private final List<ServiceProcess> connectors = new ArrayList<>();
  private final List<ServiceProcess> programs = new ArrayList<>();
  private final List<URI> urls = new ArrayList<>();

  /// @param postgresWire null unless proxied, as is the reactor
  Cluster(
      Brokers brokers,
      BackingServer postgres,
      int postgresPort,
      ServiceSettings settings,
      ServiceLauncher launcher,
      Supervisor supervisor,
      @Nullable TcpProxy postgresWire,
      @Nullable NioReactor reactor,
      Optional<SmallDisk> stateDisk) {
    this.brokers = brokers;
    this.postgres = postgres;
    this.postgresPort = postgresPort;
    this.settings = settings;
    this.launcher = launcher;
    this.supervisor = supervisor;
    this.postgresWire = postgresWire;
    this.reactor = reactor;
    this.stateDisk = stateDisk;
  }

  /// A new cluster of these programs.
  public static ClusterBuilder of(JavaCommands programs) {
    return new ClusterBuilder(programs);
  }

  void startStores() {
    supervisor.start(Stream.concat(brokers.all().stream(), Stream.of(postgres)).toList());
    brokers.grantRights();
  }

  void startServices(
      int streamsProcessors, int ingestApis, int webhookDispatchers, int calendarConnectors) {
    for (int i = 0; i < streamsProcessors; i++) {
      Map<String, String> environment = settings.streamsProcessor(i, state(launcher.folder(), i));
      streams.add(launcher.service(ServiceKind.STREAMS_PROCESSOR, i, environment));
    }
    for (int i = 0; i < ingestApis; i++) {
      int port = LoopbackPort.free();
      URI url = URI.create("http://127.0.0.1:" + port);
      ServiceProcess api = launcher.service(ServiceKind.INGEST_API, i, settings.ingestApi(i, port));
      api.servesAt(url.resolve("/health/ready"));
      apis.add(api);
      urls.add(url);
    }
    for (int i = 0; i < webhookDispatchers; i++) {
      dispatchers.add(newDispatcher());
    }
    for (int i = 0; i < calendarConnectors; i++) {
      connectors.add(newConnector(Map.of()));
    }
    if (streams.isEmpty()) {
      brokers.admin().create(Topic.declarations(PARTITIONS, (short) brokers.all().size()));
    }
    supervisor.start(services());
  }

  private ServiceProcess newDispatcher() {
    int number = dispatchers.size();
    return launcher.service(ServiceKind.WEBHOOK_DISPATCHER, number, settings.dispatcher(number));
  }

  private ServiceProcess newConnector(Map<String, String> variables) {
    int number = connectors.size();
    Map<String, String> environment = new HashMap<>(settings.connector(number));
    environment.putAll(variables);
    return launcher.service(ServiceKind.CALENDAR_CONNECTOR, number, environment);
  }

  /// Starts one more webhook-dispatcher and returns when it has no backlog.
  public ServiceProcess addDispatcher() {
    return add(dispatchers, newDispatcher());
  }

  /// Starts one more calendar-connector and returns when it has no backlog.
  public ServiceProcess addConnector() {
    return addConnector(Map.of());
  }

  /// The same with environment variables of its own, which prevail.
  public ServiceProcess addConnector(Map<String, String> variables) {
    return add(connectors, newConnector(variables));
  }

  private ServiceProcess add(List<ServiceProcess> instances, ServiceProcess instance) {
    instances.add(instance);
    supervisor.start(List.of(instance));
    URI caughtUp = instance.management("/health/ready");
    if (!Poll.until(Supervisor.PATIENCE, () -> instance.status(caughtUp) == 200)) {
      Supervisor.complain(instance);
    }
    return instance;
  }

  /// Starts another program beside the services, and returns when its `/health/ready` answers 200.
  ///
  /// @param arguments of `java`
  public ServiceProcess add(
      String name, List<String> arguments, Map<String, String> environment, int port) {
    ServiceProcess program = launcher.program(name, arguments, environment, port);
    programs.add(program);
    supervisor.start(List.of(program));
    return program;
  }

  /// Where a streams-processor keeps its state.
  static Path state(Path folder, int number) {
    return folder.resolve("state-" + number);
  }

  /// From the start of each process until it was ready, if they were started in turn.
  public Map<String, Duration> startTimes() {
    return supervisor.startTimes();
  }

  /// Waits until all processes are ready and all replicas are in sync. Like an orchestrator,
  /// restarts processes that ended and services that are not alive.
  ///
  /// @return the names of the restarted ones
  public List<String> recover() {
    return Supervisor.recover(members(), brokers.admin());
  }

  /// Stops the services and then the brokers and the database cleanly; their data stays.
  public void stop() {
    programs.forEach(ManagedProcess::stop);
    services().parallelStream().forEach(ManagedProcess::stop);
    postgres.stop();
    brokers.all().forEach(ManagedProcess::stop);
  }

  /// Runs an operator command of the streams-processor to completion.
  ///
  /// @return its output
  /// @throws IllegalStateException if it fails
  public String operate(String command) {
    Jvm jvm = launcher.command(command, settings.operator(command));
    jvm.start();
    if (jvm.awaitEnd(Supervisor.PATIENCE) != 0) {
      throw new IllegalStateException(command + " failed: " + jvm.output());
    }
    return jvm.output();
  }

  /// Waits until a process is ready.
  public static void awaitReady(ManagedProcess member) {
    Supervisor.awaitReady(member);
  }

  /// With data and output of all processes; a broker's are in one named as the process.
  public Path folder() {
    return launcher.folder();
  }

  /// Brokers, database and services.
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
    all.addAll(connectors);
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

  public List<ServiceProcess> connectors() {
    return List.copyOf(connectors);
  }

  public Brokers brokers() {
    return brokers;
  }

  public BackingServer postgres() {
    return postgres;
  }

  /// The disk with the first streams-processor's state; empty unless proxied and where this process
  /// may not mount.
  public Optional<SmallDisk> stateDisk() {
    return stateDisk;
  }

  /// All services' connections to the database, of a proxied cluster.
  public TcpProxy postgresWire() {
    return Objects.requireNonNull(postgresWire, "the cluster is not proxied");
  }

  /// The addresses of the API instances.
  public List<URI> urls() {
    return List.copyOf(urls);
  }

  public String operatorToken() {
    return settings.operatorToken();
  }

  /// A vault with the services' key.
  public Vault vault() {
    return settings.vault();
  }

  public String bootstrapServers() {
    return brokers.bootstrapServers();
  }

  /// Settings of clients with all rights. They connect through the proxies, if there are some: the
  /// brokers advertise no other addresses.
  public Map<String, Object> kafkaSettings() {
    return brokers.administrator();
  }

  /// The database's settings, for a program that connects as its superuser.
  public Map<String, String> databaseSettings() {
    return settings.database();
  }

  public Connection sql() throws SQLException {
    return DriverManager.getConnection(
        ServiceSettings.jdbcUrl(postgresPort), postgres.username(), postgres.password());
  }

  /// Drops a schema with all that depends on it, and gives the roles their rights again, as an
  /// operator would.
  public void dropSchema(String name) {
    try (Connection connection = sql();
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema " + name + " cascade");
      statement.execute(DatabaseRole.script());
    } catch (SQLException e) {
      throw new IllegalStateException("drop " + name, e);
    }
  }

  @Override
  public void close() {
    programs.forEach(ManagedProcess::kill);
    services().forEach(ManagedProcess::kill);
    stateDisk.ifPresent(SmallDisk::close);
    postgres.stop();
    brokers.close();
    if (postgresWire != null) {
      postgresWire.close();
    }
    if (reactor != null) {
      reactor.close();
    }
  }
}
