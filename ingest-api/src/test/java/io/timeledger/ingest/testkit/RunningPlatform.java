package io.timeledger.ingest.testkit;

import static org.awaitility.Awaitility.await;

import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.ingest.IngestApi;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.streams.StreamsProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// Broker, database, ledger, projector and API, started once for all tests of a JVM. Each test
/// works in workspaces of its own.
public final class RunningPlatform {
  public static final String OPERATOR_TOKEN = "operator-token-for-tests-0123456789abcdef";
  /// Where sign-ins may return to.
  public static final String RETURN_URL = "https://app.example.com/connected?from=google";

  public static final String ADDRESS_KEY = "vS0pXl3c0m8gWUoJq5i2oYd7tVh1rZk4b9eNnKxQwFs=";
  public static final String SEALING_KEY = "GMpboB94rSyulVgfk2roJkMaJd4Cw8vGVTfrkSvjOZw=";
  private static final int PARTITIONS = 4;
  private static @Nullable RunningPlatform shared;

  private final TestDatabase database;
  private final ConfigurableApplicationContext streams;
  private final StandInDispatcher dispatcher;
  private final StandInConnector connector;
  private final ConfigurableApplicationContext api;

  private RunningPlatform() {
    String servers = TestPlatform.shared().bootstrapServers();
    database = TestPlatform.shared().newDatabase();
    streams =
        StreamsProcessor.application()
            .registerShutdownHook(false)
            .run(
                common(
                    servers,
                    DatabaseRole.STREAMS_PROCESSOR,
                    "--timeledger.provision=true",
                    "--timeledger.replication-factor=1",
                    "--timeledger.instance-id=it",
                    "--timeledger.state-dir=" + temporaryFolder()));
    dispatcher = StandInDispatcher.start(database.as(DatabaseRole.WEBHOOK_DISPATCHER), servers);
    connector = StandInConnector.start(database.as(DatabaseRole.CALENDAR_CONNECTOR), servers);
    api = startApi();
    TestPlatform.shared().closeFirst(streams);
    TestPlatform.shared().closeFirst(api);
    awaitReady(client());
  }

  public static synchronized RunningPlatform shared() {
    if (shared == null) {
      shared = new RunningPlatform();
    }
    return shared;
  }

  /// Another API over the same log and database. No test waits for a limit, unless it asks for one.
  public ConfigurableApplicationContext startApi(String... more) {
    return IngestApi.application()
        .registerShutdownHook(false)
        .properties(
            "timeledger.token-usage-every=200ms",
            "timeledger.streams.heartbeat=200ms",
            "timeledger.secrets.keys[0].id=it",
            "timeledger.secrets.keys[0].key=" + SEALING_KEY,
            "timeledger.public-url=https://time.example.com/",
            "timeledger.calendar.google.client-id=client-of-the-operator",
            "timeledger.calendar.return-urls=" + RETURN_URL,
            "timeledger.calendar.address-key=" + ADDRESS_KEY,
            "timeledger.rate-limit.reads-per-minute=0",
            "timeledger.rate-limit.writes-per-minute=0",
            "timeledger.rate-limit.refusals-per-minute=0")
        .run(
            common(
                TestPlatform.shared().bootstrapServers(),
                DatabaseRole.INGEST_API,
                concat(
                    List.of(more),
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--timeledger.operator-token=" + OPERATOR_TOKEN)));
  }

  public static void awaitReady(ApiClient client) {
    await().atMost(Duration.ofSeconds(60)).until(() -> client.get("/health/ready").status() == 200);
  }

  public ConfigurableApplicationContext api() {
    return api;
  }

  public ConfigurableApplicationContext streams() {
    return streams;
  }

  public StandInDispatcher dispatcher() {
    return dispatcher;
  }

  public StandInConnector connector() {
    return connector;
  }

  public TestDatabase database() {
    return database;
  }

  public ApiClient client() {
    return client(api);
  }

  public static ApiClient client(ConfigurableApplicationContext api) {
    String port =
        Objects.requireNonNull(
            api.getEnvironment().getProperty("local.server.port"), "port is null");
    return new ApiClient(URI.create("http://127.0.0.1:" + port), null);
  }

  /// A workspace of its own, as its owner sees it.
  public TestWorkspace newWorkspace() {
    String id = "ws_" + UUID.randomUUID().toString().replace("-", "");
    Answer answer =
        client()
            .as(OPERATOR_TOKEN)
            .post(
                "/api/v1/workspaces",
                """
                {"id": "%s", "name": "Test", "owner": {"id": "u_owner", "name": "Olga",
                 "email": "olga@%s.example"}, "timezone": "Europe/Berlin"}
                """
                    .formatted(id, id));
    answer.requireStatus(201);
    return new TestWorkspace(id, client().as(answer.data().at("/token/secret").asString()));
  }

  private String[] common(String servers, DatabaseRole role, String... more) {
    return concat(
        List.of(more),
        "--timeledger.kafka.bootstrap-servers=" + servers,
        "--timeledger.partitions=" + PARTITIONS,
        "--spring.datasource.url=" + database.jdbcUrl(),
        "--spring.datasource.username=" + database.as(role).username(),
        "--spring.datasource.password=" + database.as(role).password());
  }

  private static String[] concat(List<String> first, String... second) {
    List<String> all = new ArrayList<>(List.of(second));
    all.addAll(first);
    return all.toArray(String[]::new);
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("timeledger-it");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
