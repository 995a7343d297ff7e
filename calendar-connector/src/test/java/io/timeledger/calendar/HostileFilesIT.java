package io.timeledger.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.IcsFiles;
import io.timeledger.calendar.testkit.Scene;
import io.timeledger.schemas.calendar.CalendarCommand.SyncNow;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.command.ConnectionCommand.ReportConnection;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.ConnectionStatus;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Hostile responses: the owner gets a reason, and other connections keep working.
class HostileFilesIT {
  private final CalendarPlatform platform = CalendarPlatform.shared();

  @Test
  void failsForGoodAtAnAddressThatHasNoCalendar() {
    try (Scene scene = new Scene(platform)) {
      Connection connection = platform.ledger().connect(scene.workspace(), scene.server().url());
      assertFails(connection, ConnectionStatus.FAILED, "there is no calendar at the address");
      assertThat(scene.row(connection)).containsEntry("next_due_at", null);

      scene.server().serve(IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      String round = Objects.requireNonNull(scene.answer(new SyncNow(connection.id())).roundId());

      CalendarPlatform.until(() -> scene.titles().equals(List.of("One")));
      CalendarPlatform.until(
          () ->
              "succeeded".equals(platform.row("calendar_read.round", "id", round).get("outcome")));
      assertThat(scene.row(connection)).containsEntry("error", null);
      CalendarPlatform.until(() -> lastReport(connection) == ConnectionStatus.ACTIVE);
    }
  }

  @Test
  void asksItsMemberForALoginThatIsWanted() {
    try (Scene scene = new Scene(platform)) {
      scene.server().refuse(401);
      Connection connection = platform.ledger().connect(scene.workspace(), scene.server().url());
      assertFails(connection, ConnectionStatus.NEEDS_REAUTH, "the server asks for a login");
    }
  }

  @Test
  void takesAPageInHtmlForNoCalendar() {
    try (Scene scene = new Scene(platform)) {
      scene.server().follow(exchange -> scene.server().plain(exchange, 200, "<html>hi</html>"));
      Connection connection = platform.ledger().connect(scene.workspace(), scene.server().url());
      assertFails(connection, ConnectionStatus.FAILED, "the response is not a calendar");
    }
  }

  @Test
  void endsAnAnswerWithoutEnd() {
    try (Scene scene = new Scene(platform)) {
      byte[] line = "BEGIN:VEVENT\r\nSUMMARY:again\r\nEND:VEVENT\r\n".repeat(200).getBytes(UTF_8);
      scene
          .server()
          .follow(
              exchange -> {
                scene.server().status(exchange, 200, 0);
                exchange.getResponseBody().write("BEGIN:VCALENDAR\r\n".getBytes(UTF_8));
                try {
                  while (true) {
                    exchange.getResponseBody().write(line);
                  }
                } catch (IOException e) {
                  // The client closed the connection.
                  assertThat(e).isNotNull();
                }
              });
      Connection connection = platform.ledger().connect(scene.workspace(), scene.server().url());
      assertFails(connection, ConnectionStatus.FAILED, "the calendar is too large");
    }
  }

  @Test
  void endsASeriesThatNeverEndsAndReadsTheRest() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(
              IcsFiles.of(
                  IcsFiles.meeting("a@x", "Daily", IcsFiles.noon(-24 * 365), "RRULE:FREQ=DAILY"),
                  IcsFiles.meeting("b@x", "Nul\\nline\u0000byte", IcsFiles.noon(1)),
                  IcsFiles.meeting("c@x", "Fine", IcsFiles.noon(2))));
      assertThat(scene.titles()).contains("Fine");
      assertThat(scene.titles().stream().filter("Daily"::equals).count()).isBetween(44L, 46L);
      assertThat(scene.row(connection)).containsEntry("error", null);
    }
  }

  @Test
  void keepsBlocksAndTriesAgainWhenAServerFails() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      scene.server().refuse(503);
      CalendarReply _ = scene.answer(new SyncNow(connection.id()));
      CalendarPlatform.until(() -> scene.row(connection).get("error") != null);
      assertThat(scene.row(connection).get("next_due_at")).isNotNull();
      assertThat(scene.titles()).containsExactly("One");

      scene.server().serve(IcsFiles.of(IcsFiles.meeting("a@x", "Two", IcsFiles.noon(0))));
      CalendarPlatform.until(() -> scene.titles().equals(List.of("Two")));
      assertThat(scene.row(connection)).containsEntry("error", null);
      assertThat(lastReport(connection))
          .as("never told otherwise")
          .isEqualTo(ConnectionStatus.ACTIVE);
    }
  }

  @Test
  void leavesAServerAloneThatAsksForIt() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      scene
          .server()
          .follow(
              exchange -> {
                exchange.getResponseHeaders().add("Retry-After", "3600");
                scene.server().status(exchange, 429, -1);
              });
      CalendarReply _ = scene.answer(new SyncNow(connection.id()));
      CalendarPlatform.until(() -> scene.row(connection).get("error") != null);
      assertThat(
              platform
                  .sql()
                  .fetchExists(
                      DSL.table("calendar.lane"),
                      DSL.condition(
                          "id = {0} and hold_reason = 'throttled'"
                              + " and hold_until > clock_timestamp() + interval '50 minutes'",
                          DSL.val(connection.id().value()))))
          .isTrue();
    }
  }

  @Test
  void connectsNoCalendarTwice() {
    try (Scene scene = new Scene(platform)) {
      Connection first =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      Connection second = platform.ledger().connect(scene.workspace(), scene.server().url());
      CalendarPlatform.until(() -> lastReport(second) == ConnectionStatus.FAILED);
      assertThat(scene.row(second)).containsEntry("error", "the calendar is already connected");
      assertThat(scene.titles()).containsExactly("One");

      platform.ledger().disconnect(first);
      CalendarPlatform.until(() -> scene.titles().isEmpty());
      CalendarReply _ = scene.answer(new SyncNow(second.id()));
      CalendarPlatform.until(() -> scene.titles().equals(List.of("One")));
    }
  }

  private void assertFails(Connection connection, ConnectionStatus status, String words) {
    CalendarPlatform.until(() -> lastReport(connection) != null);
    assertThat(lastReport(connection)).isEqualTo(status);
    assertThat(platform.row("calendar_read.connection", "id", connection.id().value()))
        .containsEntry("error", words);
    assertThat(platform.row("calendar_read.round", "connection_id", connection.id().value()))
        .containsEntry("outcome", "failed")
        .containsEntry("error", words);
  }

  private @Nullable ConnectionStatus lastReport(Connection connection) {
    return platform.records(Topic.COMMANDS).stream()
        .map(record -> TopicSerdes.COMMANDS.codec().read(record.value()).command())
        .filter(
            command ->
                command instanceof ReportConnection report && report.id().equals(connection.id()))
        .map(command -> ((ReportConnection) command).status())
        .reduce((_, last) -> last)
        .orElse(null);
  }
}
