package io.timeledger.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.timeledger.embedded.LoopbackPort;
import io.timeledger.local.importing.Import;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpIT {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  @TempDir private Path data;
  private final String port = Integer.toString(LoopbackPort.free());

  @Test
  void keepsEntriesAndTokensOverStopAndKillUntilToldToStartAfresh() throws Exception {
    String environment;
    try (UpProcess up = UpProcess.start(data, "--port", port).ready()) {
      environment = environment();
      assertThat(up.text())
          .contains(
              variable("TIMELEDGER_TOKEN"),
              variable("KAFKA_BOOTSTRAP"),
              variable("BI_DATABASE_URL"),
              variable("CALENDAR_TWIN"))
          .containsPattern(
              "as Olivia, owner +http://127.0.0.1:%s/console/enter#tlc_".formatted(port))
          .containsPattern(
              "as Max, member +http://127.0.0.1:%s/console/enter#tlc_".formatted(port));
      assertThat(get("/api/v1/me")).contains("\"sample_data\":true");
      assertThat(importSample("toggl.csv"))
          .contains("10 rows: 10 created, 0 already there, 0 failed");
      assertThat(importSample("clockify.csv")).contains("10 created");
      refusesASecondStartAndGoesOnServing(up);
      assertThat(warnings()).isEmpty();
      assertThat(up.stop()).isLessThan(STOP_LIMIT);
    }
    try (UpProcess up = UpProcess.start(data, "--port", port).ready()) {
      assertThat(environment()).isEqualTo(environment);
      assertThat(warnings()).isEmpty();
      up.kill();
    }
    try (UpProcess up = UpProcess.start(data, "--port", port).ready()) {
      assertThat(environment()).isEqualTo(environment);
      assertThat(importSample("toggl.csv")).contains("0 created, 10 already there, 0 failed");
      assertThat(get("/api/v1/time-entries?limit=100").split("\"te_", -1).length).isGreaterThan(20);
      assertThat(up.stop()).isLessThan(STOP_LIMIT);
    }
    try (UpProcess up = UpProcess.start(data, "--port", port, "--fresh", "--rate-limits").ready()) {
      assertThat(up.pid()).isPositive();
      assertThat(environment()).isNotEqualTo(environment);
      assertThat(get("/api/v1/time-entries")).doesNotContain("\"te_");
      assertThat(get("/api/v1/limits")).contains("250");
    }
  }

  private void refusesASecondStartAndGoesOnServing(UpProcess up) throws Exception {
    try (UpProcess second = UpProcess.start(data, "--port", "0")) {
      assertThat(second.status()).isOne();
      assertThat(second.text())
          .contains("already running", "pid " + up.pid(), "http://127.0.0.1:" + port);
    }
    assertThat(get("/api/v1/me")).contains("u_owner");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("local.env"))))
        .isEqualTo("rw-------");
  }

  @Test
  void letsANewcomerTakeTheWalkOfTheReadmeAsOftenAsTheyLike(@TempDir Path folder) throws Exception {
    assumeThat(ReadmeWalk.has("curl") && ReadmeWalk.has("python3")).isTrue();
    try (UpProcess up = UpProcess.start(data, "--port", port).ready();
        ReadmeWalk walk = ReadmeWalk.begin(folder, data)) {
      for (String imported : List.of("10 created", "10 already there")) {
        assertThat(walk.take())
            .doesNotContain("\"error\":{")
            .contains(
                "\"hourly_rate\":90",
                "\"currency\":\"EUR\"",
                "\"status\":\"approved\"",
                "\"entity_id\":\"deal-7\"",
                imported);
      }
      walk.awaitReceived("verified {\"id\":", 3);
      assertThat(walk.received()).doesNotContain("NOT OURS");
      assertThat(up.pid()).isPositive();
    }
  }

  @Test
  void refusesAPortInUseBeforeItStartsAnything() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        UpProcess up = UpProcess.start(data, "--port", Integer.toString(taken.getLocalPort()))) {
      assertThat(up.status()).isOne();
      assertThat(up.text()).contains("port " + taken.getLocalPort(), "in use", "--port");
      assertThat(data.resolve("kafka")).doesNotExist();
    }
  }

  /// But for those that only say how busy the machine is.
  private List<String> warnings() throws IOException {
    try (Stream<String> lines = Files.lines(data.resolve("log/timeledger.log"))) {
      return lines
          .filter(line -> line.contains(" WARN ") || line.contains(" ERROR "))
          .filter(
              line -> !line.contains("imed out heartbeat") && !line.contains("REQUEST_TIMED_OUT"))
          .toList();
    }
  }

  private String importSample(String name) {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    new Import(out, false, data.resolve("local.env"), Map.of())
        .run(Path.of("samples", name).toString(), "--timezone", "Europe/Berlin");
    return screen.toString(StandardCharsets.UTF_8);
  }

  private String get(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(variable("TIMELEDGER_URL") + path))
              .header("Authorization", "Bearer " + variable("TIMELEDGER_TOKEN"))
              .build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  private String variable(String name) throws IOException {
    return environment()
        .lines()
        .filter(line -> line.startsWith(name + "='"))
        .map(line -> line.substring(name.length() + 2, line.length() - 1))
        .findFirst()
        .orElseThrow();
  }

  private String environment() throws IOException {
    return Files.readString(data.resolve("local.env"));
  }
}
