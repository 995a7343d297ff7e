package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.IcsFiles;
import io.timeledger.calendar.testkit.IcsServer;
import io.timeledger.calendar.testkit.Scene;
import io.timeledger.schemas.calendar.BlockRecord;
import io.timeledger.schemas.calendar.BlockState;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarCommand.RestoreBlock;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.ConnectionCommand.ReportConnection;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import io.timeledger.schemas.resource.TimeEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundsIT {
  private static CalendarPlatform platform;

  @BeforeAll
  static void start(@TempDir Path folder) {
    platform = new CalendarPlatform(folder);
    platform.start();
  }

  @AfterAll
  static void stop() {
    platform.close();
  }

  @Test
  void readsAFileFromConnectingToBlocks() {
    try (Scene scene = new Scene(platform)) {
      LocalDate today = LocalDate.now(ZoneId.of("Europe/Vienna"));
      Connection connection =
          scene.connect(
              IcsFiles.of(
                  IcsFiles.meeting("a@x", "Standup", IcsFiles.noon(0)),
                  IcsFiles.meeting("b@x", "Far ago", IcsFiles.noon(-24 * 20)),
                  IcsFiles.meeting("c@x", "Free", IcsFiles.noon(2), "TRANSP:TRANSPARENT"),
                  IcsFiles.allDay("d@x", "Fair", today)));

      assertThat(scene.titles()).containsExactlyInAnyOrder("Far ago", "Standup", "Fair");
      Map<String, Object> standup = scene.row(scene.block("Standup"));
      assertThat(standup)
          .containsEntry("kind", "meeting")
          .containsEntry("provider", "ics")
          .containsEntry("user_id", "u_ann")
          .containsEntry("calendar_id", scene.calendar(connection).value());
      assertThat(CalendarPlatform.time(standup, "started_at")).isEqualTo(IcsFiles.noon(0));
      assertThat(scene.row(scene.block("Fair")))
          .containsEntry("kind", "all_day")
          .containsEntry("started_at", null)
          .containsEntry("timezone", "Europe/Vienna");
      assertThat(scene.row(connection).get("last_success_at")).isNotNull();
      assertThat(scene.row(connection)).containsEntry("error", null);
      CalendarPlatform.until(() -> reports(connection).size() == 1);
      CommandEnvelope report = reports(connection).getFirst();
      assertThat(report.id()).isEqualTo("connection:" + connection.id() + ":1:active");
      assertThat(((ReportConnection) report.command()).status()).isEqualTo(ConnectionStatus.ACTIVE);
    }
  }

  @Test
  void tellsTheLedgerAgainOfAVersionThatOvertookItsReport() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      CalendarPlatform.until(() -> reports(connection).size() == 1);

      platform.ledger().put(connection.withName("Another"));

      CalendarPlatform.until(() -> reports(connection).size() == 2);
      assertThat(reports(connection).getLast().id())
          .isEqualTo("connection:" + connection.id() + ":2:active");
    }
  }

  @Test
  void tellsOthersWhenAMemberIsBusyAndNotWithWhat() {
    try (Scene scene = new Scene(platform)) {
      var _ = scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Merger", IcsFiles.noon(0))));

      CalendarPlatform.until(() -> published(scene).size() == 1);
      BlockRecord block = published(scene).getFirst();
      assertThat(block.id()).isEqualTo(scene.block("Merger"));
      assertThat(block.startedAt()).isEqualTo(IcsFiles.noon(0));
      assertThat(block.state()).isEqualTo(BlockState.PENDING);
      assertThat(everything(Topic.CALENDAR_BLOCKS)).doesNotContain("Merger");
      assertThat(platform.row("reporting.calendar_blocks", "block_id", block.id().value()))
          .containsEntry("state", "pending")
          .doesNotContainKey("title");
    }
  }

  @Test
  void followsWhatIsMovedDeletedAndAdded() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(
              IcsFiles.of(
                  IcsFiles.meeting("a@x", "Stays", IcsFiles.noon(0)),
                  IcsFiles.meeting("b@x", "Moves", IcsFiles.noon(1)),
                  IcsFiles.meeting("c@x", "Goes", IcsFiles.noon(2))));
      BlockId moves = scene.block("Moves");
      BlockId goes = scene.block("Goes");
      scene
          .server()
          .serve(
              IcsFiles.of(
                  IcsFiles.meeting("a@x", "Stays", IcsFiles.noon(0)),
                  IcsFiles.meeting("b@x", "Moves", IcsFiles.noon(5)),
                  IcsFiles.meeting("d@x", "Comes", IcsFiles.noon(3))));

      CalendarReply reply = scene.answer(new SyncNow(connection.id()));

      String round = Objects.requireNonNull(reply.roundId());
      CalendarPlatform.until(
          () -> platform.row("calendar_read.round", "id", round).get("outcome") != null);
      assertThat(platform.row("calendar_read.round", "id", round))
          .containsEntry("outcome", "succeeded")
          .containsEntry("kind", "full")
          .containsEntry("reason", "requested")
          .containsEntry("seen", 3)
          .containsEntry("changed", 2)
          .containsEntry("removed", 1);
      assertThat(scene.titles()).containsExactly("Stays", "Comes", "Moves");
      assertThat(scene.block("Moves")).as("stays itself").isEqualTo(moves);
      assertThat(scene.row(moves)).containsEntry("version", 2);
      CalendarPlatform.until(
          () -> published(scene).stream().noneMatch(block -> block.id().equals(goes)));
    }
  }

  @Test
  void joinsARoundThatWasAskedForWithinTheLastMinute() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      CalendarReply first = scene.answer(new SyncNow(connection.id()));
      CalendarReply second = scene.answer(new SyncNow(connection.id()));
      assertThat(second.roundId()).isEqualTo(first.roundId()).isNotNull();
    }
  }

  @Test
  void isQuietWhileNothingChanges() {
    try (Scene scene = new Scene(platform)) {
      String file = IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0)));
      Connection connection = scene.connect(file);
      long revision = scene.revision();
      int rows = roundRows(connection);
      long quiet = quietRounds(connection);

      scene.read(connection);
      scene.read(connection);

      assertThat(scene.server().statuses()).endsWith(304, 304);
      assertThat(scene.revision()).isEqualTo(revision);
      assertThat(roundRows(connection)).isEqualTo(rows);
      assertThat(quietRounds(connection)).isEqualTo(quiet + 2);
    }
  }

  @Test
  void readsAFileAsOftenAsItWantsToBeAlsoWhileNothingChanges() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(
              IcsFiles.of(
                  "REFRESH-INTERVAL;VALUE=DURATION:PT20M",
                  IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      scene.read(connection);

      assertThat(scene.server().statuses()).endsWith(304);
      Instant due =
          CalendarPlatform.time(
              platform.row("calendar_read.calendar", "connection_id", connection.id().value()),
              "due_at");
      assertThat(due).isBefore(Instant.now().plus(Duration.ofMinutes(23)));
    }
  }

  @Test
  void keepsDismissalsOverFullRoundsAndReconnects() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Lunch", IcsFiles.noon(0))));
      BlockId lunch = scene.block("Lunch");

      CalendarReply reply = scene.answer(new DismissBlocks(List.of(lunch)));
      assertThat(reply.changed()).containsExactly(lunch);
      assertThat(scene.row(lunch).get("dismissed_at")).isNotNull();
      assertThat(scene.answer(new DismissBlocks(List.of(lunch))).changed()).isEmpty();

      scene.read(
          connection,
          IcsFiles.of(
              IcsFiles.meeting("a@x", "Lunch", IcsFiles.noon(1)),
              IcsFiles.meeting("b@x", "Other", IcsFiles.noon(4))));
      assertThat(scene.row(lunch).get("dismissed_at")).isNotNull();
      CalendarPlatform.until(
          () ->
              published(scene).stream()
                  .anyMatch(
                      block -> block.id().equals(lunch) && block.state() == BlockState.DISMISSED));

      platform.ledger().disconnect(connection);
      CalendarPlatform.until(() -> scene.titles().isEmpty());
      var _ = scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Lunch", IcsFiles.noon(1))));
      assertThat(scene.row(lunch).get("dismissed_at")).isNotNull();

      assertThat(scene.answer(new RestoreBlock(lunch)).changed()).containsExactly(lunch);
      assertThat(scene.row(lunch)).containsEntry("dismissed_at", null);
      CalendarPlatform.until(
          () -> platform.state(Topic.CALENDAR_MARKS, scene.workspace()).isEmpty());
    }
  }

  @Test
  void saysHowAMeetingDiffersFromWhatWasConverted() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Review", IcsFiles.noon(0))));
      BlockId review = scene.block("Review");

      platform.ledger().entry(scene.workspace());
      TimeEntry entry =
          platform.ledger().convert(scene.workspace(), review, IcsFiles.noon(0), IcsFiles.noon(1));
      CalendarPlatform.until(
          () -> published(scene).stream().anyMatch(b -> b.state() == BlockState.CONVERTED));
      assertThat(published(scene).getFirst().entryId()).isEqualTo(entry.id());
      assertThat(scene.row(review)).containsEntry("drift", null);

      scene.read(connection, IcsFiles.of(IcsFiles.meeting("a@x", "Review", IcsFiles.noon(2))));
      assertThat(scene.row(review)).containsEntry("drift", "moved");
      assertThat(CalendarPlatform.time(scene.row(review), "converted_started_at"))
          .isEqualTo(IcsFiles.noon(0));

      TimeEntry moved =
          platform
              .ledger()
              .put(
                  EventType.TIME_ENTRY_UPDATED,
                  entry.withStartedAt(IcsFiles.noon(2)).withEndedAt(IcsFiles.noon(3)));
      CalendarPlatform.until(() -> scene.row(review).get("drift") == null);

      scene.read(connection, IcsFiles.of(IcsFiles.meeting("z@x", "Other", IcsFiles.noon(5))));
      assertThat(scene.row(review)).containsEntry("drift", "gone").containsEntry("title", "Review");

      platform.ledger().put(EventType.TIME_ENTRY_DELETED, moved.withDeletedAt(Instant.now()));
      CalendarPlatform.until(() -> scene.titles().equals(List.of("Other")));
    }
  }

  @Test
  void doesACommandOnceAndOnlyForItsOwner() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "Mine", IcsFiles.noon(0))));
      BlockId mine = scene.block("Mine");
      String id = scene.ask(new DismissBlocks(List.of(mine)));
      platform.ledger().ask(scene.workspace(), id, new DismissBlocks(List.of(mine)));
      assertThat(scene.replies(id, 2))
          .allSatisfy(reply -> assertThat(reply.changed()).containsExactly(mine));

      UserId bob = new UserId("u_bob");
      platform.ledger().ask(scene.workspace(), bob, "c1" + id, new SyncNow(connection.id()));
      platform.ledger().ask(scene.workspace(), bob, "c2" + id, new RestoreBlock(mine));
      for (String other : List.of("c1" + id, "c2" + id)) {
        CalendarReply reply = scene.replies(other, 1).getFirst();
        assertThat(Objects.requireNonNull(reply.problem()).code()).isEqualTo(ErrorCode.NOT_FOUND);
      }
      assertThat(scene.row(mine).get("dismissed_at")).isNotNull();
    }
  }

  @Test
  void keepsPrivateTitlesNowhereUnlessTheirOwnerChoseToSeeThem() {
    String marker = "Oncologist-4711";
    try (Scene scene = new Scene(platform)) {
      String file = IcsFiles.of(IcsFiles.meeting("a@x", marker, IcsFiles.noon(0), "CLASS:PRIVATE"));
      Connection connection = scene.connect(file);
      BlockId block =
          new BlockId(CalendarPlatform.text(platform.blocks(scene.workspace()).getFirst(), "id"));
      assertThat(scene.row(block)).containsEntry("title", null).containsEntry("private", true);
      assertThat(everythingKept()).doesNotContain(marker);

      Connection shown = platform.ledger().put(connection.withShowPrivateTitles(true));
      CalendarPlatform.until(() -> marker.equals(scene.row(block).get("title")));
      assertThat(everything(Topic.CALENDAR_BLOCKS)).doesNotContain(marker);

      scene.server().refuse(503);
      platform.ledger().put(shown.withShowPrivateTitles(false));
      CalendarPlatform.until(() -> scene.row(block).get("title") == null);
      assertThat(everythingKept()).doesNotContain(marker);
    }
  }

  @Test
  void forgetsWhatWasReadThroughAConnection() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(
              IcsFiles.of(
                  IcsFiles.meeting("a@x", "One", IcsFiles.noon(0)),
                  IcsFiles.meeting("b@x", "Two", IcsFiles.noon(1))));
      BlockId one = scene.block("One");
      var _ = scene.answer(new DismissBlocks(List.of(one)));
      var _ =
          platform
              .ledger()
              .convert(scene.workspace(), scene.block("Two"), IcsFiles.noon(1), IcsFiles.noon(2));
      CalendarPlatform.until(() -> published(scene).size() == 2);

      platform.ledger().disconnect(connection);

      CalendarPlatform.until(() -> scene.titles().isEmpty());
      CalendarPlatform.until(() -> published(scene).isEmpty());
      for (String table : List.of("source", "calendar", "secret")) {
        assertThat(count("calendar." + table, scene)).as(table).isZero();
      }
      assertThat(count("calendar.mark", scene)).isEqualTo(1);
      assertThat(platform.state(Topic.CALENDAR_MARKS, scene.workspace())).hasSize(1);
      assertThat(count("calendar_read.connection", scene)).isZero();
    }
  }

  @Test
  void forgetsAllOfAMemberWhoIsErased() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      var _ = scene.answer(new DismissBlocks(List.of(scene.block("One"))));
      platform.ledger().disconnect(connection);

      platform.ledger().erase(scene.workspace());

      CalendarPlatform.until(() -> count("calendar.member", scene) == 0);
      for (String table :
          List.of(
              "connection",
              "calendar",
              "source",
              "block",
              "mark",
              "round",
              "conversion",
              "secret")) {
        assertThat(count("calendar." + table, scene)).as(table).isZero();
      }
      CalendarPlatform.until(
          () -> platform.state(Topic.CALENDAR_MARKS, scene.workspace()).isEmpty());
      assertThat(platform.state(Topic.CALENDAR_BLOCKS, scene.workspace())).isEmpty();
    }
  }

  @Test
  void foldsTheSameMeetingOfTwoAddressesIntoOneBlock() {
    try (Scene scene = new Scene(platform);
        IcsServer other = new IcsServer()) {
      String file = IcsFiles.of(IcsFiles.meeting("a@x", "Both", IcsFiles.noon(0)));
      Connection first = scene.connect(file);
      other.serve(file);
      Connection second = platform.ledger().connect(scene.workspace(), other.url());
      CalendarPlatform.until(() -> scene.isRead(second));

      assertThat(scene.titles()).containsExactly("Both");
      BlockId both = scene.block("Both");
      assertThat(String.valueOf(scene.row(both).get("sources")))
          .contains(scene.calendar(first).value(), scene.calendar(second).value());

      platform.ledger().disconnect(first);
      CalendarPlatform.until(
          () -> scene.calendar(second).value().equals(scene.row(both).get("calendar_id")));
      assertThat(scene.titles()).containsExactly("Both");
    }
  }

  private static List<BlockRecord> published(Scene scene) {
    return platform.state(Topic.CALENDAR_BLOCKS, scene.workspace()).values().stream()
        .map(value -> TopicSerdes.CALENDAR_BLOCKS.codec().read(value))
        .toList();
  }

  private static List<CommandEnvelope> reports(Connection connection) {
    return platform.records(Topic.COMMANDS).stream()
        .map(record -> TopicSerdes.COMMANDS.codec().read(record.value()))
        .filter(
            command ->
                command.command() instanceof ReportConnection report
                    && report.id().equals(connection.id()))
        .toList();
  }

  private static long quietRounds(Connection connection) {
    return CalendarPlatform.number(
        platform.row("calendar.calendar", "connection_id", connection.id().value()),
        "quiet_rounds");
  }

  private static int roundRows(Connection connection) {
    return platform
        .sql()
        .fetchCount(
            DSL.table("calendar_read.round"),
            DSL.condition("connection_id = {0}", DSL.val(connection.id().value())));
  }

  private static int count(String table, Scene scene) {
    return platform
        .sql()
        .fetchCount(
            DSL.table(table),
            DSL.condition("workspace_id = {0}", DSL.val(scene.workspace().value())));
  }

  private static String everything(Topic topic) {
    StringBuilder text = new StringBuilder();
    platform
        .records(topic)
        .forEach(
            record -> {
              if (record.value() != null) {
                text.append(new String(record.value(), StandardCharsets.UTF_8));
              }
            });
    return text.toString();
  }

  /// All tables of the service, and all topics that it writes.
  private static String everythingKept() {
    StringBuilder text = new StringBuilder();
    for (String table :
        List.of("source", "block", "conversion", "round", "outbox", "connection", "calendar")) {
      text.append(
          platform
              .sql()
              .fetchSingle(
                  "select coalesce(string_agg(t::text, ' '), '') from calendar." + table + " t")
              .get(0));
    }
    for (Topic topic :
        List.of(
            Topic.CALENDAR_BLOCKS, Topic.CALENDAR_MARKS, Topic.CALENDAR_REPLIES, Topic.COMMANDS)) {
      text.append(everything(topic));
    }
    return text.toString();
  }
}
