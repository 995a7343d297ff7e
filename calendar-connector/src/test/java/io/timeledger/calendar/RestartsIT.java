package io.timeledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.calendar.testkit.CalendarPlatform;
import io.timeledger.calendar.testkit.IcsFiles;
import io.timeledger.calendar.testkit.IcsServer;
import io.timeledger.calendar.testkit.LedgerStandIn;
import io.timeledger.calendar.testkit.Scene;
import io.timeledger.schemas.calendar.CalendarCommand.CalendarDue;
import io.timeledger.schemas.calendar.CalendarCommand.DismissBlocks;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.id.BlockId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.resource.Connection;
import io.timeledger.schemas.resource.TimeEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// Instances that start, stop and share lanes.
class RestartsIT {
  private static final List<String> TABLES =
      List.of(
          "read_position",
          "progress",
          "filled",
          "member",
          "head",
          "secret",
          "oauth_grant",
          "revocation",
          "lane",
          "connection",
          "calendar",
          "source",
          "block",
          "conversion",
          "mark",
          "round",
          "handled_command",
          "outbox",
          "poison");

  private CalendarPlatform platform;

  @BeforeEach
  void start(@TempDir Path folder) {
    platform = new CalendarPlatform(folder);
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Test
  void goesOnWhereARoundWasCutByAStop() throws InterruptedException {
    ConfigurableApplicationContext first = platform.startAs("one");
    try (Scene scene = new Scene(platform)) {
      String file = IcsFiles.of(IcsFiles.meeting("a@x", "Before", IcsFiles.noon(0)));
      Connection connection = scene.connect(file);
      CountDownLatch asked = new CountDownLatch(1);
      CountDownLatch never = new CountDownLatch(1);
      scene
          .server()
          .follow(
              _ -> {
                asked.countDown();
                try {
                  never.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      scene.ask(CalendarDue.changed(scene.calendar(connection)));
      asked.await();

      first.close();

      assertThat(platform.row("calendar.lane", "id", connection.id().value()))
          .as("given back, and no failure")
          .containsEntry("lease_token", null)
          .containsEntry("fail_streak", 0);
      assertThat(scene.row(connection)).containsEntry("error", null);
      scene.server().serve(IcsFiles.of(IcsFiles.meeting("a@x", "After", IcsFiles.noon(0))));
      platform.startAs("two");
      CalendarPlatform.until(() -> scene.titles().equals(List.of("After")));
    }
  }

  @Test
  void getsAllBackAfterTheDatabaseWasLost() {
    ConfigurableApplicationContext first = platform.startAs("one");
    try (Scene scene = new Scene(platform)) {
      Connection _ =
          scene.connect(
              IcsFiles.of(
                  IcsFiles.meeting("a@x", "One", IcsFiles.noon(0)),
                  IcsFiles.meeting("b@x", "Two", IcsFiles.noon(1))));
      BlockId one = scene.block("One");
      BlockId two = scene.block("Two");
      CalendarReply _ = scene.answer(new DismissBlocks(List.of(one)));
      TimeEntry _ =
          platform.ledger().convert(scene.workspace(), two, IcsFiles.noon(1), IcsFiles.noon(2));
      CalendarPlatform.until(
          () -> "converted".equals(state(two)) && "dismissed".equals(state(one)));
      CalendarPlatform.until(
          () -> platform.state(Topic.CALENDAR_MARKS, scene.workspace()).size() == 1);
      List<Map<String, Object>> before = reported(scene.workspace());
      first.close();

      TABLES.forEach(table -> platform.sql().execute("truncate calendar." + table + " cascade"));
      platform.startAs("one");

      CalendarPlatform.until(() -> reported(scene.workspace()).equals(before));
    }
  }

  @Test
  void sharesLanesAmongInstances() {
    try (IcsServer server = new IcsServer()) {
      server.serve(IcsFiles.of(IcsFiles.meeting("a@x", "Shared", IcsFiles.noon(0))));
      platform.start();
      platform.start();
      List<WorkspaceId> workspaces = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        WorkspaceId workspace = LedgerStandIn.newWorkspace();
        platform.ledger().member(workspace, "UTC");
        platform.ledger().connect(workspace, server.url());
        workspaces.add(workspace);
      }

      CalendarPlatform.until(
          () -> workspaces.stream().allMatch(each -> platform.titles(each).size() == 1));
      CalendarPlatform.until(
          () ->
              !platform
                  .sql()
                  .fetchExists(
                      DSL.table("calendar.lane"),
                      DSL.condition(
                          "next_due_at <= clock_timestamp() or lease_token is not null")));
      assertThat(server.statuses()).as("a week, then all days, of each").hasSize(24);
    }
  }

  private String state(BlockId block) {
    return CalendarPlatform.text(
        platform.row("reporting.calendar_blocks", "block_id", block.value()), "state");
  }

  private List<Map<String, Object>> reported(WorkspaceId workspace) {
    return platform
        .sql()
        .fetch(
            "select * from reporting.calendar_blocks where workspace_id = {0} order by block_id",
            DSL.val(workspace.value()))
        .intoMaps();
  }
}
