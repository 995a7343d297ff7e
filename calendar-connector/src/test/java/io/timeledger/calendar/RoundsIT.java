package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.IcsFiles;
import io.timeledger.calendar.testkit.Scene;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.command.ConnectionCommand.ReportConnection;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/// Reads one calendar again and again.
class RoundsIT {
  private final CalendarPlatform platform = CalendarPlatform.shared();

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
          () -> scene.published().stream().noneMatch(block -> block.id().equals(goes)));
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

  private List<CommandEnvelope> reports(Connection connection) {
    return platform.records(Topic.COMMANDS).stream()
        .map(record -> TopicSerdes.COMMANDS.codec().read(record.value()))
        .filter(
            command ->
                command.command() instanceof ReportConnection report
                    && report.id().equals(connection.id()))
        .toList();
  }

  private long quietRounds(Connection connection) {
    return CalendarPlatform.number(
        platform.row("calendar.calendar", "connection_id", connection.id().value()),
        "quiet_rounds");
  }

  private int roundRows(Connection connection) {
    return platform
        .sql()
        .fetchCount(
            DSL.table("calendar_read.round"),
            DSL.condition("connection_id = {0}", DSL.val(connection.id().value())));
  }
}
