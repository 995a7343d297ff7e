package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.Api.Answer;
import io.timeledger.acceptance.process.AotCacheBuilder;
import io.timeledger.acceptance.process.Cluster;
import io.timeledger.acceptance.process.ClusterSize;
import io.timeledger.acceptance.process.JavaCommands;
import io.timeledger.acceptance.process.Poll;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The volume of the broker, copied while all is stopped, is all of the platform: with an empty
/// database and no local state it answers as before and goes on.
class BackupIT {
  private static final JavaCommands SERVICES = AotCacheBuilder.of(Path.of("target/services"));
  private static final int ENTRIES = 20;

  @Test
  void restoresEverythingFromTheBrokersVolume(
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path before,
      @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path after)
      throws Exception {
    String token;
    List<Answer> first;
    Map<String, List<String>> rows;
    try (Cluster cluster = Cluster.start(before, SERVICES, new ClusterSize(1, 1, 0))) {
      token = foundWorkspace(cluster);
      first = work(api(cluster, token));
      verify(api(cluster, token)); // waits until the events are projected
      rows = rowsWithPrivateData(cluster);
      cluster.stop();
    }
    copy(before.resolve("kafka"), after.resolve("kafka"));

    try (Cluster cluster = Cluster.start(after, SERVICES, new ClusterSize(1, 1, 0))) {
      Api api = api(cluster, token);
      assertThat(rowsWithPrivateData(cluster)).isEqualTo(rows);
      assertThat(cluster.operate("rebuild")).contains("is live");
      assertThat(rows(cluster)).isEqualTo(rows);

      assertThat(work(api)).extracting(Answer::data).isEqualTo(of(first, Answer::data));
      assertThat(rows(cluster)).as("nothing was done twice").isEqualTo(rows);
      assertThat(api.post("/api/v1/time/timer/stop", "").status())
          .as("the timer still runs")
          .isEqualTo(200);
      verify(api);
    }
  }

  private static <T> List<T> of(List<Answer> answers, Function<Answer, T> property) {
    return answers.stream().map(property).toList();
  }

  /// Entries and a timer that runs, each by a key of its own.
  private static List<Answer> work(Api api) throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      answers.add(
          api.postUntilDecided(
              "/api/v1/time-entries",
              "{\"log_date\": \"2026-06-%02d\", \"hours\": 1.5, \"project_id\": \"p%d\"}"
                  .formatted(1 + i, i % 3),
              "entry" + i));
    }
    answers.add(
        api.postUntilDecided(
            "/api/v1/time/timer/start", "{\"entity_type\": \"internal\"}", "timer"));
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    return answers;
  }

  private static void verify(Api api) throws Exception {
    Answer verified = api.get("/api/v1/audit/verify");
    assertThat(verified.data().path("verified").asBoolean()).as("%s", verified.body()).isTrue();
  }

  private static Api api(Cluster cluster, String token) {
    return new Api(cluster.urls().getFirst().toString(), token);
  }

  private static Map<String, List<String>> rows(Cluster cluster) {
    try (Connection connection = cluster.sql()) {
      return ReadViews.rows(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Names and addresses come from topics of their own.
  private static Map<String, List<String>> rowsWithPrivateData(Cluster cluster) {
    assertThat(Poll.until(Duration.ofSeconds(60), () -> isComplete(rows(cluster)))).isTrue();
    return rows(cluster);
  }

  private static boolean isComplete(Map<String, List<String>> rows) {
    return Stream.of("audit", "member")
        .flatMap(view -> rows.getOrDefault(view, List.of()).stream())
        .noneMatch(row -> row.contains("\"ip_address\": null") || row.contains("\"email\": null"));
  }

  /// @return the owner's token
  private static String foundWorkspace(Cluster cluster) throws Exception {
    Answer founded =
        new Api(cluster.urls().getFirst().toString(), cluster.operatorToken())
            .post(
                "/api/v1/workspaces",
                """
                {"id": "ws_backup", "name": "Backup", "timezone": "Europe/Berlin",
                 "owner": {"id": "u_owner", "name": "O", "email": "o@example.com"}}
                """);
    assertThat(founded.status()).as("%s", founded.body()).isEqualTo(201);
    return founded.data().at("/token/secret").asString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
