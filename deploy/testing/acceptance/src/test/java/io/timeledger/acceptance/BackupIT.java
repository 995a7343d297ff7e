package io.timeledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.harness.AotCacheBuilder;
import io.timeledger.harness.Cluster;
import io.timeledger.harness.JavaCommands;
import io.timeledger.harness.Poll;
import io.timeledger.harness.rest.RestClient.Answer;
import io.timeledger.harness.rest.RestSession;
import java.io.IOException;
import java.net.URI;
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
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The volume of the broker, copied while all is stopped, is all of the platform: with an empty
/// database and no local state it answers as before and goes on.
@ExtendWith(SharedCluster.class)
@Order(Integer.MAX_VALUE) // stops the shared cluster
class BackupIT {
  private static final String WORKSPACE = "ws_backup";
  private static final int ENTRIES = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void restoresEverythingFromTheBrokersVolume(
      Cluster cluster, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
    RestSession before =
        RestSession.ofNewWorkspace(api(cluster), cluster.operatorToken(), WORKSPACE);
    List<Answer> first = work(before);
    verify(before); // waits until the events are projected
    Map<String, List<String>> rows = rowsWithPrivateData(cluster, WORKSPACE);
    cluster.stop();
    copy(cluster.folder().resolve("kafka"), folder.resolve("kafka"));

    try (Cluster restored =
        Cluster.of(AotCacheBuilder.of(JavaCommands.folder()))
            .streams(1)
            .apis(1)
            .secured()
            .shortLived()
            .start(folder)) {
      RestSession api = new RestSession(api(restored), before.token());
      Poll.until(PATIENCE, () -> rows(restored).equals(rows)); // private data come by themselves
      assertThat(rows(restored)).isEqualTo(rows);
      assertThat(restored.operate("rebuild")).contains("is live");
      assertThat(rows(restored)).isEqualTo(rows);

      assertThat(work(api)).extracting(Answer::data).isEqualTo(of(first, Answer::data));
      assertThat(rows(restored)).as("nothing was done twice").isEqualTo(rows);
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
  private static List<Answer> work(RestSession api) {
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

  private static void verify(RestSession api) {
    Answer verified = api.get("/api/v1/audit/verify");
    assertThat(verified.data().path("verified").asBoolean()).as("%s", verified.body()).isTrue();
  }

  private static URI api(Cluster cluster) {
    return cluster.urls().getFirst();
  }

  private static Map<String, List<String>> rows(Cluster cluster) {
    try (Connection connection = cluster.sql()) {
      return ReadViews.rows(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Names and addresses come from topics of their own.
  private static Map<String, List<String>> rowsWithPrivateData(Cluster cluster, String workspace) {
    assertThat(Poll.until(PATIENCE, () -> isComplete(rows(cluster), workspace))).isTrue();
    return rows(cluster);
  }

  private static boolean isComplete(Map<String, List<String>> rows, String workspace) {
    return Stream.of("audit", "member")
        .flatMap(view -> rows.getOrDefault(view, List.of()).stream())
        .filter(row -> row.contains("\"" + workspace + "\""))
        .noneMatch(row -> row.contains("\"ip_address\": null") || row.contains("\"email\": null"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
