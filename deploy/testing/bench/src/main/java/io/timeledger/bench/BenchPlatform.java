package io.timeledger.bench;

import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.ingest.IngestApi;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.postgres.DatabaseRole;
import io.timeledger.streams.StreamsProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// The whole platform in this process, on 127.0.0.1, with one workspace. Closing stops all of it.
public final class BenchPlatform implements AutoCloseable {
  public static final String WORKSPACE = "ws_bench";
  private static final String OPERATOR_TOKEN = "operator-token-of-the-benchmarks-0123456789";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Deque<Runnable> started = new ArrayDeque<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final EmbeddedPostgres postgres;
  private final URI base;
  private final String token;

  private BenchPlatform(Path folder) throws Exception {
    EmbeddedKafka kafka =
        opened(
            EmbeddedKafka.start(EmbeddedKafka.Config.in(folder.resolve("kafka"))),
            EmbeddedKafka::close);
    postgres =
        opened(
            EmbeddedPostgres.start(EmbeddedPostgres.Config.in(folder.resolve("postgres"))),
            EmbeddedPostgres::close);
    ConfigurableApplicationContext streams =
        opened(
            StreamsProcessor.application()
                .run(
                    settings(
                        kafka,
                        DatabaseRole.STREAMS_PROCESSOR,
                        "--timeledger.provision=true",
                        "--timeledger.replication-factor=1",
                        "--timeledger.state-dir=" + folder.resolve("streams"))),
            ConfigurableApplicationContext::close);
    ConfigurableApplicationContext api =
        opened(
            IngestApi.application()
                .run(
                    settings(
                        kafka,
                        DatabaseRole.INGEST_API,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--timeledger.operator-token=" + OPERATOR_TOKEN,
                        "--timeledger.rate-limit.reads-per-minute=0",
                        "--timeledger.rate-limit.writes-per-minute=0",
                        "--timeledger.rate-limit.refusals-per-minute=0")),
            ConfigurableApplicationContext::close);
    String port =
        Objects.requireNonNull(
            api.getEnvironment().getProperty("local.server.port"), "port is null");
    base = URI.create("http://127.0.0.1:" + port);
    awaitReady(streams);
    token = createWorkspace();
  }

  /// @param folder for the data of broker and database
  public static BenchPlatform start(Path folder) throws Exception {
    return new BenchPlatform(folder);
  }

  /// The response to a GET by the owner of the workspace.
  ///
  /// @throws IllegalStateException for any status but 200
  public String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request(path).header("Authorization", "Bearer " + token).build(), text());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "%s: status %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  /// A new connection to the database, owned by the caller.
  public Connection connect() throws SQLException {
    return postgres.connect(EmbeddedPostgres.DATABASE);
  }

  @Override
  public void close() {
    http.close();
    started.forEach(Runnable::run);
  }

  /// Closed before parts opened earlier.
  private <T> T opened(T part, Consumer<T> close) {
    started.push(() -> close.accept(part));
    return part;
  }

  private String[] settings(EmbeddedKafka kafka, DatabaseRole role, String... more) {
    return Stream.concat(
            Stream.of(more),
            List.of(
                "--spring.main.log-startup-info=false",
                "--spring.main.banner-mode=off",
                "--timeledger.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--timeledger.partitions=4",
                "--spring.datasource.url=" + postgres.jdbcUrl(),
                "--spring.datasource.username=" + role.roleName(),
                "--spring.datasource.password=" + postgres.roles().of(role))
                .stream())
        .toArray(String[]::new);
  }

  private void awaitReady(ConfigurableApplicationContext streams) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (http.send(request("/health/ready").build(), text()).statusCode() != 200
        || !StreamsProcessor.isReady(streams)) {
      if (System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("the platform is not ready within " + PATIENCE);
      }
      Thread.sleep(50);
    }
  }

  private String createWorkspace() throws IOException, InterruptedException {
    String body =
        """
        {"id": "%s", "name": "Bench", "owner": {"id": "u_owner", "name": "Owner",
         "email": "owner@bench.example"}}
        """
            .formatted(WORKSPACE);
    HttpResponse<String> answer =
        http.send(
            request("/api/v1/workspaces")
                .header("Authorization", "Bearer " + OPERATOR_TOKEN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            text());
    JsonNode secret = Json.MAPPER.readTree(answer.body()).at("/data/token/secret");
    if (!secret.isString()) {
      throw new IllegalStateException("no workspace: " + answer.body());
    }
    return secret.asString();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  private static HttpResponse.BodyHandler<String> text() {
    return BodyHandlers.ofString();
  }
}
