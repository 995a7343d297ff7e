package io.timeledger.bench;

import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.rest.RestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/// Broker, database, one streams-processor and one API, with one workspace. Closing stops all of
// it.
public final class BenchPlatform implements AutoCloseable {
  public static final String WORKSPACE = "ws_bench";
  private static final int HEAP_MEGABYTES = 768;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Cluster cluster;
  private final URI base;
  private final String token;

  private BenchPlatform(Cluster cluster) {
    this.cluster = cluster;
    this.base = cluster.urls().getFirst();
    this.token =
        RestClient.require(
                base,
                cluster.operatorToken(),
                "POST",
                "/api/v1/workspaces",
                """
                {"id": "%s", "name": "Bench", "owner": {"id": "u_owner", "name": "Owner",
                 "email": "owner@bench.example"}}
                """
                    .formatted(WORKSPACE))
            .at("/token/secret")
            .asString();
  }

  /// @param folder for the data of broker and database
  public static BenchPlatform start(Path folder) {
    Cluster cluster =
        Cluster.of(JavaCommands.jars(JavaCommands.folder()))
            .streams(1)
            .apis(1)
            .heap(HEAP_MEGABYTES)
            .start(folder);
    try {
      return new BenchPlatform(cluster);
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }

  /// The response to a GET by the owner of the workspace.
  ///
  /// @throws IllegalStateException for any status but 200
  public String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "%s: status %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  /// A new connection to the database, owned by the caller.
  public Connection connect() throws SQLException {
    return cluster.sql();
  }

  @Override
  public void close() {
    http.close();
    cluster.close();
  }
}
