package io.timeledger.calendar;

import static io.timeledger.calendar.testkit.CalendarPlatform.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.PushDoor;
import io.timeledger.calendar.testkit.Scene;
import io.timeledger.calendar.testkit.TwinAccounts;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionBuilder;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Changes of calendars that their providers report.
class ChannelsIT {
  private static final TwinAccounts TWIN = new TwinAccounts();
  private static CalendarPlatform platform;
  private static PushDoor door;

  private final Instant start =
      Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(26));
  private final Instant later = start.plus(Duration.ofMinutes(45));
  private final String account = "ann-" + UUID.randomUUID() + "@example.com";

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new CalendarPlatform(folder);
    door = new PushDoor(platform.ledger());
    platform.startAs(
        "one",
        Stream.concat(TWIN.settings().stream(), Stream.of("--timeledger.public-url=" + door.url()))
            .toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    platform.close();
    door.close();
    TWIN.close();
  }

  @ParameterizedTest
  @EnumSource(value = Provider.class, mode = Mode.EXCLUDE, names = "ICS")
  void showsAMovedMeetingWithoutAPoll(Provider provider) {
    try (Scene scene = new Scene(platform)) {
      String meeting = TWIN.meeting(provider, account, "Planning", start);
      Connection connection = watched(scene, provider);

      TWIN.move(provider, account, meeting, later);

      until(() -> isAt(scene, "Planning", later));
      assertThat(reasons(connection)).contains("push").doesNotContain("poll");
      assertThat(count(connection)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Provider.class, mode = Mode.EXCLUDE, names = "ICS")
  void findsByPollingWhatNobodyReported(Provider provider) {
    try (Scene scene = new Scene(platform)) {
      String meeting = TWIN.meeting(provider, account, "Planning", start);
      Connection connection = watched(scene, provider);
      long delivered = TWIN.delivered(account);

      TWIN.fault("drop_push", 1);
      TWIN.move(provider, account, meeting, later);

      assertThat(dueIn(connection)).isPositive().isLessThan(Duration.ofMinutes(6 * 66));
      assertThat(isAt(scene, "Planning", start)).as("nothing was reported").isTrue();
      pass(connection, Duration.ofMinutes(6 * 66));
      until(() -> isAt(scene, "Planning", later));
      assertThat(TWIN.delivered(account)).isEqualTo(delivered);
    }
  }

  @Test
  void answersAHundredReportsWithinASecondByTwoRounds() {
    try (Scene scene = new Scene(platform)) {
      Connection connection = watched(scene, Provider.GOOGLE);
      CalendarDue report = CalendarDue.changed(scene.calendar(connection));
      long rounds = scene.rounds(connection);
      long reports = reports(connection);
      Instant before = Instant.now();

      for (int i = 0; i < 100; i++) {
        scene.ask(report);
      }
      until(() -> reports(connection) == reports + 100);
      long seconds = Duration.between(before, Instant.now()).toSeconds();

      until(() -> dueIn(connection).compareTo(Duration.ofMinutes(1)) > 0);
      assertThat(scene.rounds(connection) - rounds)
          .as("two, and one for each further second that it took")
          .isBetween(1L, 2 + seconds);
    }
  }

  @Test
  void replacesAChannelOfGoogleBeforeItExpires() {
    try (Scene scene = new Scene(platform)) {
      Connection connection = watched(scene, Provider.GOOGLE);
      String first = channel(connection);

      renewNow(connection);

      until(() -> !channel(connection).equals(first) && count(connection) == 1);
      assertThat(TWIN.calls(account, "POST", ".*/events/watch")).isEqualTo(2);
      assertThat(TWIN.calls(account, "POST", ".*/channels/stop")).isEqualTo(1);
    }
  }

  @Test
  void prolongsASubscriptionOfMicrosoft() {
    try (Scene scene = new Scene(platform)) {
      Connection connection = watched(scene, Provider.MICROSOFT);
      String first = channel(connection);

      renewNow(connection);

      until(() -> TWIN.calls(account, "PATCH", ".*/subscriptions/.*") == 1);
      until(() -> !isRenewalDue(connection));
      assertThat(channel(connection)).isEqualTo(first);
      assertThat(TWIN.calls(account, "POST", ".*/subscriptions")).isEqualTo(1);
    }
  }

  @Test
  void subscribesAgainAfterASubscriptionWasRemoved() {
    try (Scene scene = new Scene(platform)) {
      String meeting = TWIN.meeting(Provider.MICROSOFT, account, "Planning", start);
      Connection connection = watched(scene, Provider.MICROSOFT);
      String first = channel(connection);
      TWIN.fault("drop_push", 1);
      TWIN.move(Provider.MICROSOFT, account, meeting, later);

      TWIN.lifecycle(account, "subscriptionRemoved");

      until(() -> isAt(scene, "Planning", later));
      until(() -> count(connection) == 1 && !channel(connection).equals(first));
    }
  }

  @Test
  void readsAfterReportsWereMissed() {
    try (Scene scene = new Scene(platform)) {
      String meeting = TWIN.meeting(Provider.MICROSOFT, account, "Planning", start);
      watched(scene, Provider.MICROSOFT);
      TWIN.fault("drop_push", 1);
      TWIN.move(Provider.MICROSOFT, account, meeting, later);

      TWIN.lifecycle(account, "missed");

      until(() -> isAt(scene, "Planning", later));
      assertThat(TWIN.calls(account, "PATCH", ".*/subscriptions/.*")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(value = Provider.class, mode = Mode.EXCLUDE, names = "ICS")
  void closesTheChannelsOfACalendarThatIsNoLongerChosen(Provider provider) {
    try (Scene scene = new Scene(platform)) {
      Connection connection = watched(scene, provider);

      platform.ledger().put(ConnectionBuilder.builder(connection).calendarIds(List.of()).build());

      until(() -> count(connection) == 0);
      assertThat(closed(provider)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Provider.class, mode = Mode.EXCLUDE, names = "ICS")
  void closesTheChannelsOfADeletedConnection(Provider provider) {
    try (Scene scene = new Scene(platform)) {
      Connection connection = watched(scene, provider);

      platform.ledger().disconnect(connection);

      until(() -> closed(provider) == 1);
      until(() -> count(connection) == 0);
      if (provider == Provider.GOOGLE) {
        until(
            () ->
                !platform
                    .sql()
                    .fetchExists(
                        DSL.table("calendar.revocation"),
                        DSL.condition("connection_id = {0}", DSL.val(connection.id().value()))));
      }
    }
  }

  /// Connects and waits until the calendar was read and is watched.
  private Connection watched(Scene scene, Provider provider) {
    Connection begun =
        platform
            .ledger()
            .connect(
                scene.workspace(),
                TWIN.ticket(provider, account),
                (ConnectionBuilder builder) -> builder.provider(provider));
    until(() -> count(begun) == 1 && scene.isRead(begun));
    return platform.ledger().put(begun.withStatus(ConnectionStatus.ACTIVE));
  }

  private static boolean isAt(Scene scene, String title, Instant start) {
    return platform.blocks(scene.workspace()).stream()
        .anyMatch(
            block ->
                title.equals(block.get("title"))
                    && CalendarPlatform.time(block, "started_at").equals(start));
  }

  private long closed(Provider provider) {
    return provider == Provider.GOOGLE
        ? TWIN.calls(account, "POST", ".*/channels/stop")
        : TWIN.calls(account, "DELETE", ".*/subscriptions/.*");
  }

  private static int count(Connection connection) {
    return platform
        .sql()
        .fetchCount(
            DSL.table("calendar.channel"),
            DSL.condition("connection_id = {0}", DSL.val(connection.id().value())));
  }

  private static String channel(Connection connection) {
    return platform
        .sql()
        .fetch(
            "select max(id) from calendar.channel where connection_id = {0}",
            DSL.val(connection.id().value()))
        .getFirst()
        .get(0, String.class);
  }

  private static void renewNow(Connection connection) {
    platform
        .sql()
        .execute(
            "update calendar.channel set renew_at = clock_timestamp() where connection_id = {0}",
            DSL.val(connection.id().value()));
    update(connection, "channels_due_at = clock_timestamp()");
  }

  private static boolean isRenewalDue(Connection connection) {
    return platform
        .sql()
        .fetchExists(
            DSL.table("calendar.channel"),
            DSL.condition(
                "connection_id = {0} and renew_at <= clock_timestamp()",
                DSL.val(connection.id().value())));
  }

  /// How often something made the calendar due.
  private static long reports(Connection connection) {
    return CalendarPlatform.number(
        platform.row("calendar.calendar", "connection_id", connection.id().value()), "due_count");
  }

  private static Duration dueIn(Connection connection) {
    Map<String, Object> row =
        platform.row("calendar.calendar", "connection_id", connection.id().value());
    return Duration.between(Instant.now(), CalendarPlatform.time(row, "due_at"));
  }

  /// Lets time pass for the calendar.
  private static void pass(Connection connection, Duration time) {
    update(connection, "due_at = due_at - interval '%d s'".formatted(time.toSeconds()));
  }

  private static void update(Connection connection, String change) {
    platform
        .sql()
        .execute(
            "update calendar.calendar set " + change + " where connection_id = {0}",
            DSL.val(connection.id().value()));
    platform
        .sql()
        .execute(
            "update calendar.lane set next_due_at = clock_timestamp() where id ="
                + " (select lane_id from calendar.connection where id = {0})",
            DSL.val(connection.id().value()));
  }

  private static List<String> reasons(Connection connection) {
    return platform
        .sql()
        .fetch(
            "select reason from calendar.round where connection_id = {0}",
            DSL.val(connection.id().value()))
        .getValues(0, String.class);
  }
}
