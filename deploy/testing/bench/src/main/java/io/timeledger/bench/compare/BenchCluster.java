package io.timeledger.bench.compare;

import io.timeledger.acceptance.process.BackingServer;
import io.timeledger.acceptance.process.ManagedProcess;
import io.timeledger.acceptance.process.Poll;
import io.timeledger.acceptance.process.ServiceProcess;
import io.timeledger.bench.camel.CamelBridge;
import io.timeledger.bench.crud.CrudService;
import io.timeledger.embedded.LoopbackPort;
import io.timeledger.schemas.postgres.DatabaseRole;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All systems under test, each a process, on 127.0.0.1. The same heap for every service, the same
/// PostgreSQL for all.
final class BenchCluster implements AutoCloseable {
  static final int PARTITIONS = 4;
  static final String OPERATOR_TOKEN = "operator-token-of-the-benchmarks-0123456789";
  private static final int HEAP = 768;

  /// PostgreSQL's defaults are for the smallest of machines; both systems use it.
  private static final List<String> OF_A_SERVER = List.of("shared_buffers=1GB", "max_wal_size=4GB");
  private static final int CONNECTIONS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Path jars;
  private final @Nullable Path recordings;
  private final int kafkaPort = LoopbackPort.free();
  private final int postgresPort = LoopbackPort.free();
  private final int apiPort = LoopbackPort.free();
  private final int crudPort = LoopbackPort.free();
  private final int bridgePort = LoopbackPort.free();
  private final BackingServer kafka;
  private final BackingServer postgres;
  private final List<ManagedProcess> started = new ArrayList<>();
  private final Map<String, Duration> startTimes = new LinkedHashMap<>();
  private final ServiceProcess streams;
  private final ServiceProcess api;
  private final ServiceProcess crud;
  private final ServiceProcess bridge;

  /// Returns when every process is ready.
  ///
  /// @param folder for data and output, empty
  /// @param jars folder of the services
  /// @param recordings folder for flight recordings; null for none
  BenchCluster(Path folder, Path jars, @Nullable Path recordings) {
    this.folder = folder.toAbsolutePath();
    this.jars = jars;
    this.recordings = recordings;
    kafka = BackingServer.kafka(this.folder.resolve("kafka"), kafkaPort, kafkaPort);
    postgres = BackingServer.postgres(this.folder.resolve("postgres"), postgresPort, OF_A_SERVER);
    try {
      start(kafka);
      start(postgres);
      streams = streams();
      start(streams);
      api = api();
      start(api);
      crud = crud();
      start(crud);
      bridge = bridge();
      start(bridge);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private ServiceProcess streams() {
    Map<String, String> environment = streamsEnvironment();
    environment.put("TIMELEDGER_PROVISION", "true");
    environment.put("TIMELEDGER_INSTANCEID", "s0");
    environment.put("TIMELEDGER_STATEDIR", folder.resolve("state").toString());
    return service("streams-processor", jar("streams-processor"), environment);
  }

  private Map<String, String> streamsEnvironment() {
    Map<String, String> environment = database(DatabaseRole.STREAMS_PROCESSOR);
    environment.put("TIMELEDGER_KAFKA_BOOTSTRAPSERVERS", bootstrapServers());
    environment.put("TIMELEDGER_PARTITIONS", "" + PARTITIONS);
    environment.put("TIMELEDGER_REPLICATIONFACTOR", "1");
    return environment;
  }

  private ServiceProcess api() {
    Map<String, String> environment = database(DatabaseRole.INGEST_API);
    environment.put("TIMELEDGER_KAFKA_BOOTSTRAPSERVERS", bootstrapServers());
    environment.put("TIMELEDGER_PARTITIONS", "" + PARTITIONS);
    environment.put("TIMELEDGER_OPERATORTOKEN", OPERATOR_TOKEN);
    environment.put("SERVER_PORT", "" + apiPort);
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    for (String limited : List.of("READS", "WRITES", "REFUSALS")) {
      environment.put("TIMELEDGER_RATELIMIT_" + limited + "PERMINUTE", "0");
    }
    return service("ingest-api", jar("ingest-api"), environment);
  }

  private ServiceProcess crud() {
    Map<String, String> environment = database();
    environment.put("SERVER_PORT", "" + crudPort);
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    return program("crud", CrudService.class, environment, crudPort);
  }

  private ServiceProcess bridge() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SERVER_PORT", "" + bridgePort);
    environment.put("KAFKA_BOOTSTRAPSERVERS", bootstrapServers());
    return program("camel", CamelBridge.class, environment, bridgePort);
  }

  /// A program of this module.
  private ServiceProcess program(
      String name, Class<?> main, Map<String, String> environment, int healthPort) {
    return new ServiceProcess(
        name,
        List.of("-cp", System.getProperty("java.class.path"), main.getName()),
        HEAP,
        recorded(name, environment),
        healthPort,
        folder.resolve(name + ".out"));
  }

  private Map<String, String> database(DatabaseRole role) {
    Map<String, String> environment = database();
    environment.put("SPRING_DATASOURCE_USERNAME", role.roleName());
    environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password(role));
    return environment;
  }

  private Map<String, String> database() {
    Map<String, String> environment = new HashMap<>();
    environment.put("SPRING_DATASOURCE_URL", jdbcUrl());
    environment.put("SPRING_DATASOURCE_USERNAME", postgres.username());
    environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
    environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "" + CONNECTIONS);
    return environment;
  }

  private List<String> jar(String service) {
    return List.of("-jar", jars.resolve(service + ".jar").toAbsolutePath().toString());
  }

  private ServiceProcess service(
      String name, List<String> program, Map<String, String> environment) {
    int managementPort = LoopbackPort.free();
    environment.put("MANAGEMENT_SERVER_PORT", "" + managementPort);
    return new ServiceProcess(
        name,
        program,
        HEAP,
        recorded(name, environment),
        managementPort,
        folder.resolve(name + ".out"));
  }

  private Map<String, String> recorded(String name, Map<String, String> environment) {
    if (recordings != null) {
      environment.put(
          "JAVA_TOOL_OPTIONS",
          "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
              + recordings.toAbsolutePath().resolve(name + "-%p.jfr"));
    }
    return environment;
  }

  private void start(ManagedProcess member) {
    started.add(member);
    long start = System.nanoTime();
    member.start();
    if (!Poll.until(PATIENCE, () -> member.isReady() || !member.isAlive()) || !member.isAlive()) {
      String output = member.output();
      throw new IllegalStateException(
          "%s is not ready: …%s"
              .formatted(member.name(), output.substring(Math.max(0, output.length() - 4000))));
    }
    startTimes.put(member.name(), Duration.ofNanos(System.nanoTime() - start));
  }

  /// From the start of each process until it is ready, without any data.
  Map<String, Duration> startTimes() {
    return startTimes;
  }

  /// Restarts the streams-processor with its state.
  ///
  /// @return the time until it is ready
  Duration restartStreams() {
    streams.stop();
    long start = System.nanoTime();
    streams.start();
    Poll.until(PATIENCE, streams::isReady);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// The operator command that rebuilds the read models.
  ProcessBuilder rebuild() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + HEAP + "m");
    command.addAll(jar("streams-processor"));
    command.add("rebuild");
    ProcessBuilder rebuild = new ProcessBuilder(command);
    rebuild.environment().putAll(recorded("rebuild", streamsEnvironment()));
    return rebuild;
  }

  List<ManagedProcess> timeledgerMembers() {
    return List.of(kafka, postgres, streams, api);
  }

  List<ManagedProcess> members() {
    return List.of(kafka, postgres, streams, api, crud, bridge);
  }

  Stream<ProcessHandle> timeledger() {
    return timeledgerMembers().stream().flatMap(ManagedProcess::processes);
  }

  Stream<ProcessHandle> broker() {
    return kafka.processes();
  }

  Stream<ProcessHandle> crudAndDatabase() {
    return Stream.of(postgres, crud).flatMap(ManagedProcess::processes);
  }

  Stream<ProcessHandle> bridgeAndBroker() {
    return Stream.of(kafka, bridge).flatMap(ManagedProcess::processes);
  }

  URI apiUrl() {
    return URI.create("http://127.0.0.1:" + apiPort);
  }

  URI crudUrl() {
    return URI.create("http://127.0.0.1:" + crudPort);
  }

  URI bridgeUrl() {
    return URI.create("http://127.0.0.1:" + bridgePort);
  }

  String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  Connection sql() throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), postgres.username(), postgres.password());
  }

  private String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/timeledger";
  }

  @Override
  public void close() {
    started.reversed().forEach(ManagedProcess::stop);
  }
}
