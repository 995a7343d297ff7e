package io.timeledger.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.testkit.Platform;
import io.timeledger.webhooks.testkit.Receiver;
import io.timeledger.webhooks.testkit.Receiver.Script;
import io.timeledger.webhooks.testkit.TestLog;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursIT {
  private static final int ENDPOINTS = 100;
  private static final int PER_HOST = 4;

  /// Calls may hang for longer than the test waits: nothing gets better by itself.
  @Test
  void deliversToOthersWhileManyEndpointsOfAHostWaitForItsCap(@TempDir Path folder) {
    CountDownLatch ending = new CountDownLatch(1);
    try (Platform platform = new Platform(folder);
        Receiver hanging = new Receiver("127.0.0.1", (_, _) -> ending.await());
        Receiver well = new Receiver("127.0.0.2", Script.status(200))) {
      platform.start(
          "--timeledger.webhooks.timeout=120s", "--timeledger.webhooks.slots-per-host=" + PER_HOST);
      WorkspaceId crowd = TestLog.newWorkspace();
      for (int i = 0; i < ENDPOINTS; i++) {
        platform.log().subscribe(crowd, hanging.url("/" + i));
      }
      WorkspaceId other = TestLog.newWorkspace();
      Webhook healthy = platform.log().subscribe(other, well.url());
      platform.log().entry(crowd, "for everybody");
      Platform.until(() -> hanging.requests().size() == PER_HOST);
      platform.log().entry(other, "beside them");

      Platform.until(() -> platform.count(healthy.id(), "delivered") == 1);
      assertThat(hanging.requests()).hasSize(PER_HOST);
      ending.countDown();
    }
  }
}
