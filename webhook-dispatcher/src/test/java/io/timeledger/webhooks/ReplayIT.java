package io.timeledger.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.schemas.webhook.DispatchCommand.Replay;
import io.timeledger.schemas.webhook.ReplayFilter;
import io.timeledger.webhooks.testkit.Platform;
import io.timeledger.webhooks.testkit.Receiver;
import io.timeledger.webhooks.testkit.Receiver.Script;
import io.timeledger.webhooks.testkit.TestLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class ReplayIT {
  private static final int HELD = 40;

  @Test
  void goesOnWhereItWasAfterARestart(@TempDir Path folder) {
    WorkspaceId workspace = TestLog.newWorkspace();
    ReplayId job = new ReplayId("rpl_1");
    try (Platform platform = new Platform(folder);
        Receiver receiver = new Receiver(Script.status(200))) {
      ConfigurableApplicationContext first = platform.start();
      Webhook webhook = platform.log().subscribe(workspace, receiver.url());
      webhook = platform.log().put(webhook.withEnabled(false));
      for (int i = 0; i < HELD; i++) {
        platform.log().entry(workspace, "entry " + i);
      }
      Webhook off = webhook;
      Platform.until(() -> platform.count(off.id(), "held") == HELD);
      platform.log().put(webhook.withEnabled(true));
      ReplayFilter all = new ReplayFilter(Set.of(), List.of(), null, null, List.of());
      platform.log().ask(workspace, "cmd-replay", new Replay(webhook.id(), job, all, 10));
      Platform.until(() -> progress(platform, job).get("replayed", Long.class) > 0);

      first.close();
      Record stopped = progress(platform, job);
      assertThat(stopped.get("state")).isEqualTo("running");
      assertThat(stopped.get("replayed", Long.class)).isBetween(1L, HELD - 1L);

      platform.start();
      Platform.until(() -> platform.count(off.id(), "delivered") == HELD);
      assertThat(progress(platform, job).get("replayed", Long.class)).isEqualTo(HELD);
      Platform.until(() -> progress(platform, job).get("state").equals("done"));
      assertThat(receiver.requests())
          .extracting(request -> request.header("webhook-id"))
          .hasSize(HELD)
          .doesNotHaveDuplicates();
    }
  }

  private static Record progress(Platform platform, ReplayId job) {
    List<Record> found =
        List.copyOf(
            platform
                .sql()
                .fetch(
                    "select state, replayed from webhooks_read.replay_job where id = {0}",
                    DSL.val(job.value())));
    return found.isEmpty()
        ? platform.sql().fetchSingle("select 'none' as state, 0::bigint as replayed")
        : found.getFirst();
  }
}
