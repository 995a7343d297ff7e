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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netcrusher.core.reactor.NioReactor;

/// The whole platform on one machine, each part a process. Services reach broker and database over
/// [Wire]s; whoever checks reads them directly.
public final class Cluster implements AutoCloseable {
  public static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path folder;
  private final Path jars;
  private final int kafkaPort = LoopbackPort.free();
  private final int kafkaWirePort = LoopbackPort.free();
  private final int postgresPort = LoopbackPort.free();
  private final int postgresWirePort = LoopbackPort.free();
  private final String operatorToken = "operator-" + UUID.randomUUID();
  private final NioReactor reactor;
  private final Store kafka;
  private final Store postgres;
  private final Wire kafkaWire;
  private final Wire postgresWire;
  private final List<Service> streams = new ArrayList<>();
  private final List<Service> apis = new ArrayList<>();
  private final List<URI> urls = new ArrayList<>();

  private Cluster(Path folder, Path jars) {
    this.folder = folder.toAbsolutePath();
    this.jars = jars;
    try {
      reactor = new NioReactor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kafka = Store.kafka(this.folder.resolve("kafka"), kafkaPort, kafkaWirePort);
    postgres = Store.postgres(this.folder.resolve("postgres"), postgresPort);
    kafkaWire = new Wire("kafka", reactor, kafkaWirePort, kafkaPort);
    postgresWire = new Wire("postgres", reactor, postgresWirePort, postgresPort);
  }

  /// Returns when every process would serve.
  ///
  /// @param folder for data and output, empty
  /// @param jars where `ingest-api.jar` and `streams-processor.jar` are
  public static Cluster start(Path folder, Path jars, Size size) {
    Cluster cluster = new Cluster(folder, jars);
    try {
      cluster.startStores();
      cluster.addServices(size);
      cluster.services().forEach(Member::start);
      cluster.awaitReady();
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  private void startStores() {
    kafka.start();
    postgres.start();
    await(kafka);
    await(postgres);
  }

  private void addServices(Size size) {
    for (int i = 0; i < size.streamsProcessors(); i++) {
      Map<String, String> environment = common();
      environment.put("TIMELEDGER_PROVISION", "true");
      environment.put("TIMELEDGER_REPLICATIONFACTOR", "1");
      environment.put("TIMELEDGER_INSTANCEID", "s" + i);
      environment.put("TIMELEDGER_STATEDIR", folder.resolve("state-" + i).toString());
      streams.add(service("streams-processor", i, 192, environment));
    }
    for (int i = 0; i < size.ingestApis(); i++) {
      int port = LoopbackPort.free();
      Map<String, String> environment = common();
      environment.put("SERVER_PORT", "" + port);
      environment.put("SERVER_ADDRESS", "127.0.0.1");
      environment.put("TIMELEDGER_OPERATORTOKEN", operatorToken);
      for (String limited : List.of("READS", "WRITES", "REFUSALS")) {
        environment.put("TIMELEDGER_RATELIMIT_" + limited + "PERMINUTE", "0");
      }
      apis.add(service("ingest-api", i, 128, environment));
      urls.add(URI.create("http://127.0.0.1:" + port));
    }
  }

  private Map<String, String> common() {
    Map<String, String> environment = new HashMap<>();
    environment.put("TIMELEDGER_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:" + kafkaWirePort);
    environment.put("TIMELEDGER_PARTITIONS", "" + PARTITIONS);
    environment.put("SPRING_DATASOURCE_URL", jdbcUrl(postgresWirePort));
    environment.put("SPRING_DATASOURCE_USERNAME", postgres.username());
    environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
    environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "5");
    return environment;
  }

  private Service service(String kind, int number, int heap, Map<String, String> environment) {
    int managementPort = LoopbackPort.free();
    environment.put("MANAGEMENT_SERVER_PORT", "" + managementPort);
    String name = kind + "-" + number;
    return new Service(
        name,
        jars.resolve(kind + ".jar"),
        heap,
        environment,
        managementPort,
        folder.resolve(name + ".out"));
  }

  /// Starts the services that ended by themselves, as whatever runs them would.
  public void startEnded() {
    services().stream().filter(service -> !service.isAlive()).forEach(Member::start);
  }

  /// Waits until all processes that live would serve; starts none.
  public void awaitReady() {
    members().forEach(Cluster::await);
  }

  private static void await(Member member) {
    if (!Poll.until(PATIENCE, () -> member.isReady() || !member.isAlive()) || !member.isAlive()) {
      String output = member.output();
      throw new IllegalStateException(
          "%s is not ready: …%s"
              .formatted(member.name(), output.substring(Math.max(0, output.length() - 4000))));
    }
  }

  public List<Member> members() {
    List<Member> all = new ArrayList<>(List.of(kafka, postgres));
    all.addAll(services());
    return all;
  }

  public List<Service> services() {
    List<Service> all = new ArrayList<>(streams);
    all.addAll(apis);
    return all;
  }

  public List<Service> streamsProcessors() {
    return List.copyOf(streams);
  }

  public List<Service> ingestApis() {
    return List.copyOf(apis);
  }

  public Store kafka() {
    return kafka;
  }

  public Store postgres() {
    return postgres;
  }

  public Wire kafkaWire() {
    return kafkaWire;
  }

  public Wire postgresWire() {
    return postgresWire;
  }

  /// Where the instances of the API are.
  public List<URI> urls() {
    return List.copyOf(urls);
  }

  public String operatorToken() {
    return operatorToken;
  }

  /// The broker, by its wire: it tells its clients no other address.
  public String bootstrapServers() {
    return "127.0.0.1:" + kafkaWirePort;
  }

  public Connection sql() throws SQLException {
    return DriverManager.getConnection(
        jdbcUrl(postgresPort), postgres.username(), postgres.password());
  }

  private static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/timeledger";
  }

  @Override
  public void close() {
    services().forEach(Member::kill);
    postgres.stop();
    kafka.stop();
    kafkaWire.close();
    postgresWire.close();
    reactor.close();
  }
}
