package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.IcsFiles;
import io.timeledger.calendar.testkit.Scene;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.TimeEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Removes what was read when its connection or its member goes.
class RemovalIT {
  private final CalendarPlatform platform = CalendarPlatform.shared();

  @Test
  void forgetsWhatWasReadThroughAConnection() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(
              IcsFiles.of(
                  IcsFiles.meeting("a@x", "One", IcsFiles.noon(0)),
                  IcsFiles.meeting("b@x", "Two", IcsFiles.noon(1))));
      BlockId one = scene.block("One");
      CalendarReply _ = scene.answer(new DismissBlocks(List.of(one)));
      TimeEntry _ =
          platform
              .ledger()
              .convert(scene.workspace(), scene.block("Two"), IcsFiles.noon(1), IcsFiles.noon(2));
      CalendarPlatform.until(() -> scene.published().size() == 2);

      platform.ledger().disconnect(connection);

      CalendarPlatform.until(() -> scene.titles().isEmpty());
      CalendarPlatform.until(() -> scene.published().isEmpty());
      for (String table : List.of("source", "calendar", "secret")) {
        assertThat(scene.count("calendar." + table)).as(table).isZero();
      }
      assertThat(scene.count("calendar.mark")).isEqualTo(1);
      assertThat(platform.state(Topic.CALENDAR_MARKS, scene.workspace())).hasSize(1);
      assertThat(scene.count("calendar_read.connection")).isZero();
    }
  }

  @Test
  void forgetsAllOfAMemberWhoIsErased() {
    try (Scene scene = new Scene(platform)) {
      Connection connection =
          scene.connect(IcsFiles.of(IcsFiles.meeting("a@x", "One", IcsFiles.noon(0))));
      CalendarReply _ = scene.answer(new DismissBlocks(List.of(scene.block("One"))));
      platform.ledger().disconnect(connection);

      platform.ledger().erase(scene.workspace());

      CalendarPlatform.until(() -> scene.count("calendar.member") == 0);
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
        assertThat(scene.count("calendar." + table)).as(table).isZero();
      }
      CalendarPlatform.until(
          () -> platform.state(Topic.CALENDAR_MARKS, scene.workspace()).isEmpty());
      assertThat(platform.state(Topic.CALENDAR_BLOCKS, scene.workspace())).isEmpty();
    }
  }
}
