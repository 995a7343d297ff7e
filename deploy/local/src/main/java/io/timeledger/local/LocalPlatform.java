package io.timeledger.local;

import io.timeledger.calendar.CalendarConnector;
import io.timeledger.embedded.DataFolderLock;
import io.timeledger.embedded.EmbeddedKafka;
import io.timeledger.embedded.EmbeddedPostgres;
import io.timeledger.embedded.LoopbackPort;
import io.timeledger.local.CalendarClients.GoogleClient;
import io.timeledger.local.Teardown.Stage;
import io.timeledger.streams.StreamsProcessor;
import io.timeledger.twin.ProviderTwin;
import io.timeledger.twin.TwinSetup;
import io.timeledger.webhooks.WebhookDispatcher;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the platform, in parallel where its parts allow. Fails before it starts anything if the
/// folder or the port is in use. Stops everything when the process ends, for whatever reason.
final class LocalPlatform {
  private final UpOptions options;
  private final DataFolder data;
  private final Optional<GoogleClient> google;
  private final StartProgress progress = new StartProgress(System.out);
  private final Teardown teardown = new Teardown();

  LocalPlatform(UpOptions options) {
    this.options = options;
    this.data = new DataFolder(options.data().toAbsolutePath().normalize());
    this.google = GoogleClient.of(options.googleClient(), System.getenv("GOOGLE_CLIENT_SECRET"));
  }

  /// Returns when the platform serves; the folder stays locked until the process ends.
  void start() {
    long start = System.nanoTime();
    DataFolderLock lock = DataFolderLock.acquire(data.root());
    int port = LoopbackPort.require(options.port(), "the REST API");
    RestApi api = new RestApi(URI.create("http://127.0.0.1:" + port));
    lock.announce("serving " + api.base());
    Logging.to(data.log());
    Shutdown.register(teardown, progress);
    progress.say("Starting Timeledger, data in " + data.root());
    try {
      LocalEnvironment connection = start(port, api);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      ConsoleLinks console =
          ConsoleLinks.of(new LoginLinkRequest(api, connection.get("TIMELEDGER_TOKEN")));
      progress.say(new Welcome(connection, console, data, options.rateLimits(), took).text());
    } catch (StartFailedException e) {
      throw e;
    } catch (Exception e) {
      LoggerFactory.getLogger(LocalPlatform.class).info("start failed", e);
      throw new StartFailedException(
          "could not start: %s%nDetails: %s".formatted(ErrorMessages.of(e), data.log()), e);
    }
  }

  private LocalEnvironment start(int port, RestApi api) throws Exception {
    if (options.fresh()) {
      data.empty();
    }
    InstallationTokens tokens = new InstallationTokens(data.tokens());
    Servers servers = startServers();
    ProviderTwin twin = teardown.add(Stage.CALENDAR_TWIN, startTwin());
    CalendarFileServer calendar = teardown.add(Stage.CALENDAR_FILE, CalendarFileServer.start(data));
    startServices(servers, new CalendarClients(twin.url(), google), port, tokens);
    progress.of("demo workspace", () -> new DemoWorkspace(api, tokens).create());
    LocalEnvironment connection =
        LocalEnvironment.of(api.base(), tokens, servers, calendar.url(), twin.url(), data);
    new OwnerOnlyFile(data.environment()).write(connection.environment());
    return connection;
  }

  private ProviderTwin startTwin() {
    int port = new RememberedPorts(data.ports()).calendarTwin();
    return ProviderTwin.start(TwinSetup.seeded(port).keeping(data.calendarTwin()));
  }

  private Servers startServers() throws Exception {
    ConcurrentPair<EmbeddedKafka, EmbeddedPostgres> both =
        new ServerStart(data, teardown, progress).run();
    return Servers.of(both.first(), both.second());
  }

  private void startServices(
      Servers servers, CalendarClients calendarClients, int port, InstallationTokens tokens)
      throws Exception {
    Services services = new Services(servers, data, options.rateLimits());
    LocalService streams = services.streamsProcessor();
    LocalService ingest = services.ingestApi(port, tokens.operator(), calendarClients);
    LocalService webhooks = services.webhookDispatcher();
    LocalService calendars = services.calendarConnector(port, calendarClients);
    tellOverridden(streams, ingest, webhooks, calendars);
    ConcurrentPair<
            ConcurrentPair<ConfigurableApplicationContext, ConfigurableApplicationContext>,
            ConcurrentPair<ConfigurableApplicationContext, ConfigurableApplicationContext>>
        started =
            ConcurrentPair.of(
                () ->
                    ConcurrentPair.of(
                        () -> started(Stage.STREAMS, streams), () -> started(Stage.API, ingest)),
                () ->
                    ConcurrentPair.of(
                        () -> started(Stage.WEBHOOKS, webhooks),
                        () -> started(Stage.CALENDAR, calendars)));
    progress.of(
        "REST API",
        () ->
            new ServiceReadiness(
                    port,
                    () ->
                        StreamsProcessor.isReady(started.first().first())
                            && WebhookDispatcher.isReady(started.second().first())
                            && CalendarConnector.isReady(started.second().second()))
                .await());
  }

  private ConfigurableApplicationContext started(Stage stage, LocalService service)
      throws Exception {
    return progress.of(service.name(), () -> teardown.add(stage, service.start()));
  }

  private void tellOverridden(LocalService... services) {
    Set<String> settings =
        Stream.of(services)
            .flatMap(each -> each.settings().keySet().stream())
            .collect(Collectors.toSet());
    String text = OverriddenVariables.of(settings, System.getenv()).text();
    if (!text.isEmpty()) {
      progress.say(text);
    }
  }
}
