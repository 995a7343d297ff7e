package io.timeledger.bench.compare;

import io.timeledger.bench.camel.CamelBridge;
import io.timeledger.bench.crud.CrudService;
import io.timeledger.embedded.LoopbackPort;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.ManagedProcess;
import io.timeledger.harness.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All systems under test, each a process, on 127.0.0.1. The same heap for every service, the same
/// PostgreSQL for all.
final class BenchCluster implements AutoCloseable {
  private static final int HEAP_MEGABYTES = 768;
  private static final int CONNECTIONS = 5;

  private final int crudPort = LoopbackPort.free();
  private final int bridgePort = LoopbackPort.free();
  private final Cluster cluster;
  private final ServiceProcess crud;
  private final ServiceProcess bridge;

  /// Returns when every process is ready.
  ///
  /// @param folder for data and output, empty
  /// @param jars folder of the services
  /// @param recordings folder for flight recordings; null for none
  BenchCluster(Path folder, Path jars, @Nullable Path recordings) {
    cluster =
        Cluster.of(JavaCommands.jars(jars))
            .streams(1)
            .apis(1)
            .heap(HEAP_MEGABYTES)
            .connections(CONNECTIONS)
            // PostgreSQL's defaults are for the smallest of machines; both systems use it
            .database("shared_buffers=1GB", "max_wal_size=4GB")
            .recordings(recordings)
            .inTurn()
            .start(folder);
    try {
      crud = crud();
      bridge = bridge();
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private ServiceProcess crud() {
    Map<String, String> environment = new HashMap<>(cluster.databaseSettings());
    environment.put("SERVER_PORT", "" + crudPort);
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    return program("crud", CrudService.class, environment, crudPort);
  }

  private ServiceProcess bridge() {
    Map<String, String> environment =
        Map.of("SERVER_PORT", "" + bridgePort, "KAFKA_BOOTSTRAPSERVERS", bootstrapServers());
    return program("camel", CamelBridge.class, environment, bridgePort);
  }

  /// A program of this module.
  private ServiceProcess program(
      String name, Class<?> main, Map<String, String> environment, int port) {
    List<String> arguments = List.of("-cp", System.getProperty("java.class.path"), main.getName());
    return cluster.add(name, arguments, environment, port);
  }

  /// From the start of each process until it is ready, without any data.
  Map<String, Duration> startTimes() {
    return cluster.startTimes();
  }

  /// Restarts the streams-processor with its state.
  ///
  /// @return the time until it is ready
  Duration restartStreams() {
    ServiceProcess streams = cluster.streamsProcessors().getFirst();
    streams.stop();
    long start = System.nanoTime();
    streams.start();
    Cluster.awaitReady(streams);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// Rebuilds the read models by the operator command.
  ///
  /// @return its output
  String rebuild() {
    return cluster.operate("rebuild");
  }

  List<ManagedProcess> timeledgerMembers() {
    return cluster.members();
  }

  List<ManagedProcess> members() {
    return Stream.concat(cluster.members().stream(), Stream.of(crud, bridge)).toList();
  }

  Stream<ProcessHandle> timeledger() {
    return timeledgerMembers().stream().flatMap(ManagedProcess::processes);
  }

  Stream<ProcessHandle> broker() {
    return cluster.brokers().all().stream().flatMap(ManagedProcess::processes);
  }

  Stream<ProcessHandle> crudAndDatabase() {
    return Stream.of(cluster.postgres(), crud).flatMap(ManagedProcess::processes);
  }

  Stream<ProcessHandle> bridgeAndBroker() {
    return Stream.concat(broker(), bridge.processes());
  }

  URI apiUrl() {
    return cluster.urls().getFirst();
  }

  URI crudUrl() {
    return URI.create("http://127.0.0.1:" + crudPort);
  }

  URI bridgeUrl() {
    return URI.create("http://127.0.0.1:" + bridgePort);
  }

  String bootstrapServers() {
    return cluster.bootstrapServers();
  }

  String operatorToken() {
    return cluster.operatorToken();
  }

  Connection sql() throws SQLException {
    return cluster.sql();
  }

  /// Stops all cleanly, so that recordings are complete.
  @Override
  public void close() {
    cluster.stop();
    cluster.close();
  }
}
