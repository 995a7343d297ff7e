package io.timeledger.calendar;

import static io.timeledger.calendar.testkit.CalendarPlatform.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.provider.NamedProvider;
import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.EmptyCalendars;
import io.timeledger.calendar.testkit.IcsServer;
import io.timeledger.calendar.testkit.Scene;
import io.timeledger.calendar.testkit.SignInServer;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.command.ConnectionCommand.ReportConnection;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/// From tickets to grants, and grants over time.
@ExtendWith(OutputCaptureExtension.class)
class GrantsIT {
  private static final Duration LONG = Duration.ofHours(1);

  /// Always about to expire, so every work refreshes.
  private static final Duration SHORT = Duration.ofSeconds(30);

  private final SignInServer signIns = new SignInServer();
  private final EmptyCalendars google = new EmptyCalendars();
  private final EmptyCalendars microsoft = new EmptyCalendars();
  private final IcsServer revoked = new IcsServer();
  private final List<Connection> connections = new ArrayList<>();
  private static CalendarPlatform platform;
  private ConfigurableApplicationContext connector;

  @BeforeAll
  static void startPlatform(@TempDir Path folder) {
    platform = new CalendarPlatform(folder);
  }

  @AfterAll
  static void stopPlatform() {
    platform.close();
  }

  @BeforeEach
  void start() {
    connector = connector();
  }

  @AfterEach
  void stop() {
    forget();
    connector.close();
    platform.sql().execute("delete from calendar.revocation");
    signIns.close();
    revoked.close();
  }

  /// Otherwise the next connector would go on with the accounts of this test.
  private void forget() {
    connections.forEach(platform.ledger()::disconnect);
    until(() -> connections.stream().noneMatch(GrantsIT::isKnown));
  }

  private static boolean isKnown(Connection connection) {
    return !platform.state(Topic.CONNECTION_TOKENS, connection.workspaceId()).isEmpty()
        || platform
            .sql()
            .fetchExists(
                DSL.table("calendar.connection"),
                DSL.condition("id = {0} and deleted_at is null", DSL.val(connection.id().value())));
  }

  @Test
  void readsWithTheGrantOfATicketAndTellsNobodyItsSecrets(CapturedOutput log) {
    try (Scene scene = new Scene(platform)) {
      String ticket =
          signIns.ticket("google", "sub-4711", LONG, Map.of("email", "ann@example.com"));

      Connection connection = connect(scene, Provider.GOOGLE, ticket);

      until(() -> scene.isRead(connection));
      until(() -> report(connection).isPresent());
      assertThat(report(connection).orElseThrow().status()).isEqualTo(ConnectionStatus.ACTIVE);
      String token = google.tokensOf("sub-4711").getFirst();
      until(() -> platform.state(Topic.CONNECTION_TOKENS, scene.workspace()).size() == 1);
      String everything = platform.everything();
      assertThat(everything)
          .as("the search finds what is there")
          .contains(connection.id().value())
          .doesNotContain(token)
          .doesNotContain("sub-4711")
          .doesNotContain("ann@example.com")
          .doesNotContain(SignInServer.CLIENT_SECRET);
      assertThat(log.toString())
          .contains("event=lane_moved")
          .doesNotContain(token)
          .doesNotContain("sub-4711")
          .doesNotContain("ann@example.com")
          .doesNotContain(SignInServer.CLIENT_SECRET);
      assertThat(connector.containsBean("springSecurityFilterChain")).as("no login").isFalse();

      dropTicket(connection);
      Connection active = platform.ledger().put(connection.withStatus(ConnectionStatus.ACTIVE));
      scene.read(active);
      assertThat(google.tokensOf("sub-4711")).as("one exchange, no refresh").containsOnly(token);
    }
  }

  @Test
  void refreshesAnExpiringTokenAndKeepsTheRotatedOne() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          connect(
              scene,
              Provider.MICROSOFT,
              signIns.ticket("microsoft", "x", SHORT, Map.of("tid", "t1", "oid", "o1")));
      until(() -> scene.isRead(connection));

      scene.read(connection);
      scene.read(connection);

      List<String> tokens = microsoft.tokensOf("t1/o1");
      assertThat(tokens).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
      assertThat(reports(connection).map(ReportConnection::status))
          .containsOnly(ConnectionStatus.ACTIVE);
    }
  }

  @Test
  void refreshesOnceAfterTheProviderRefusedTheToken() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          connect(scene, Provider.GOOGLE, signIns.ticket("google", "s", LONG, Map.of()));
      until(() -> scene.isRead(connection));
      String first = google.tokensOf("s").getLast();
      google.refuse(first);

      scene.read(connection);

      assertThat(google.tokensOf("s").getLast()).isNotEqualTo(first);
      assertThat(reports(connection).map(ReportConnection::status))
          .containsOnly(ConnectionStatus.ACTIVE);
    }
  }

  @Test
  void asksToSignInAgainAndGoesOnWithTheNextTicket() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          connect(scene, Provider.GOOGLE, SignInServer.ticket("spent", later()));
      until(() -> report(connection).isPresent());
      ReportConnection lost = report(connection).orElseThrow();
      assertThat(lost.status()).isEqualTo(ConnectionStatus.NEEDS_REAUTH);
      assertThat(lost.reason()).contains("sign in again");
      dropTicket(connection);
      Connection waiting =
          platform.ledger().put(connection.withStatus(ConnectionStatus.NEEDS_REAUTH));

      Connection again = platform.ledger().put(waiting.withStatus(ConnectionStatus.CONNECTING));
      platform.ledger().address(again, signIns.ticket("google", "s", LONG, Map.of()));

      until(() -> scene.isRead(again));
      until(() -> report(again).orElseThrow().status() == ConnectionStatus.ACTIVE);
    }
  }

  @Test
  void saysThatASignInTookTooLong() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          connect(
              scene, Provider.GOOGLE, SignInServer.ticket("code", Instant.now().minusSeconds(1)));

      until(() -> report(connection).isPresent());

      assertThat(report(connection).orElseThrow().status()).isEqualTo(ConnectionStatus.FAILED);
      assertThat(report(connection).orElseThrow().reason()).contains("not completed in time");
    }
  }

  @Test
  void endsARequestedRoundOfAConnectionWithoutAGrant() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          connect(scene, Provider.GOOGLE, SignInServer.ticket("spent", later()));
      until(() -> report(connection).isPresent());
      dropTicket(connection);
      platform.ledger().put(connection.withStatus(ConnectionStatus.NEEDS_REAUTH));

      String round = Objects.requireNonNull(scene.answer(new SyncNow(connection.id())).roundId());

      until(() -> "failed".equals(platform.row("calendar_read.round", "id", round).get("outcome")));
    }
  }

  @Test
  void connectsAnAccountOncePerMemberAndInOneLaneForAll() {
    try (Scene scene = new Scene(platform);
        Scene elsewhere = new Scene(platform)) {
      Connection first = connected(scene, "s");
      Connection second =
          connect(scene, Provider.GOOGLE, signIns.ticket("google", "s", LONG, Map.of()));
      until(() -> report(second).isPresent());
      assertThat(report(second).orElseThrow().status()).isEqualTo(ConnectionStatus.FAILED);
      assertThat(report(second).orElseThrow().reason())
          .isEqualTo("the account is connected already");

      Connection other = connected(elsewhere, "s");

      assertThat(lane(other)).isEqualTo(lane(first)).startsWith("acc_");
      platform.ledger().disconnect(first);
      until(() -> platform.state(Topic.CONNECTION_TOKENS, scene.workspace()).isEmpty());
      elsewhere.read(other);
      assertThat(revoked.statuses()).as("the account is still connected").isEmpty();
    }
  }

  @Test
  void keepsAConnectionToItsAccount() {
    try (Scene scene = new Scene(platform)) {
      Connection connection = connected(scene, "s");

      Connection active = platform.ledger().put(connection.withStatus(ConnectionStatus.ACTIVE));
      Connection again = platform.ledger().put(active.withStatus(ConnectionStatus.CONNECTING));
      platform.ledger().address(again, signIns.ticket("google", "another", LONG, Map.of()));

      until(
          () ->
              reports(connection)
                  .anyMatch(
                      report ->
                          report.status() == ConnectionStatus.FAILED
                              && String.valueOf(report.reason()).contains("another account")));
      assertThat(google.tokensOf("another")).isEmpty();
    }
  }

  @Test
  void restoresGrantsAfterTheDatabaseWasLost() {
    try (Scene scene = new Scene(platform)) {
      Connection connection = connected(scene, "s");
      dropTicket(connection);
      Connection active = platform.ledger().put(connection.withStatus(ConnectionStatus.ACTIVE));
      until(() -> platform.state(Topic.CONNECTION_TOKENS, scene.workspace()).size() == 1);
      connector.close();
      platform
          .sql()
          .fetch("select tablename from pg_tables where schemaname = 'calendar'")
          .getValues("tablename", String.class)
          .stream()
          .filter(table -> !table.startsWith("flyway"))
          .forEach(table -> platform.sql().execute("truncate calendar." + table + " cascade"));
      int calls = google.tokensOf("s").size();

      connector = connector();

      until(() -> google.tokensOf("s").size() > calls && scene.isRead(active));
      assertThat(lane(active)).startsWith("acc_");
    }
  }

  @Test
  void revokesAtGoogleWhatIsDisconnected() {
    try (Scene scene = new Scene(platform)) {
      revoked.refuse(503);
      Connection connection = connected(scene, "s");
      until(() -> platform.state(Topic.CONNECTION_TOKENS, scene.workspace()).size() == 1);

      platform.ledger().disconnect(connection);

      until(() -> platform.state(Topic.CONNECTION_TOKENS, scene.workspace()).isEmpty());
      until(() -> revoked.statuses().equals(List.of(503)));
      assertThat(scene.count("calendar.oauth_grant")).isZero();
      assertThat(scene.count("calendar.revocation")).as("tried again later").isEqualTo(1);
      revoked.refuse(200);
      platform.sql().execute("update calendar.revocation set due_at = clock_timestamp()");
      until(() -> scene.count("calendar.revocation") == 0);
      assertThat(revoked.statuses()).containsExactly(503, 200);
    }
  }

  @Test
  void keepsGrantsOffTheLogIfTheOperatorSaysSo() {
    connector.close();
    connector = connector("--timeledger.calendar.grants-on-log=false");
    try (Scene scene = new Scene(platform)) {
      Connection connection = connected(scene, "s");
      scene.read(connection);

      assertThat(platform.records(Topic.CONNECTION_TOKENS))
          .noneMatch(record -> record.key().startsWith(scene.workspace().value()));
    }
  }

  private ConfigurableApplicationContext connector(String... more) {
    return platform.startAs(
        "one",
        List.of(
            new NamedProvider(Provider.GOOGLE, google),
            new NamedProvider(Provider.MICROSOFT, microsoft)),
        Stream.of(
                signIns.settings("google"),
                signIns.settings("microsoft"),
                new String[] {
                  "--timeledger.calendar.google.revoke-url=" + revoked.url(),
                  "--logging.level.io.timeledger=trace",
                  "--logging.level.org.springframework.web=debug"
                },
                more)
            .flatMap(Stream::of)
            .toArray(String[]::new));
  }

  private Connection connected(Scene scene, String subject) {
    Connection connection =
        connect(scene, Provider.GOOGLE, signIns.ticket("google", subject, LONG, Map.of()));
    until(() -> scene.isRead(connection));
    until(() -> report(connection).isPresent());
    return connection;
  }

  private Connection connect(Scene scene, Provider provider, String ticket) {
    Connection connection =
        platform
            .ledger()
            .connect(
                scene.workspace(),
                ticket,
                (ConnectionBuilder builder) -> builder.provider(provider));
    connections.add(connection);
    return connection;
  }

  private void dropTicket(Connection connection) {
    platform
        .ledger()
        .send(
            Topic.SECRETS,
            RecordKeys.of(connection.workspaceId(), connection.id()),
            null,
            Map.of());
  }

  private String lane(Connection connection) {
    return CalendarPlatform.text(
        platform.row("calendar.connection", "id", connection.id().value()), "lane_id");
  }

  private Optional<ReportConnection> report(Connection connection) {
    return reports(connection).reduce((_, later) -> later);
  }

  private Stream<ReportConnection> reports(Connection connection) {
    return platform.records(Topic.COMMANDS).stream()
        .map(record -> TopicSerdes.COMMANDS.codec().read(record.value()).command())
        .filter(ReportConnection.class::isInstance)
        .map(ReportConnection.class::cast)
        .filter(report -> report.id().equals(connection.id()));
  }

  private static Instant later() {
    return Instant.now().plusSeconds(300);
  }
}
