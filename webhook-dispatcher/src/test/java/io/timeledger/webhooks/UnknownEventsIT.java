package io.timeledger.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.embedded.FutureEvents;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.kafka.RecordKeys;
import io.timeledger.schemas.kafka.Topic;
import io.timeledger.schemas.resource.Webhook;
import io.timeledger.webhooks.testkit.Platform;
import io.timeledger.webhooks.testkit.Receiver;
import io.timeledger.webhooks.testkit.Receiver.Script;
import io.timeledger.webhooks.testkit.TestLog;
import java.nio.file.Path;
import java.util.Map;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

class UnknownEventsIT {
  private static final EventCodec CODEC = new EventCodec();

  private final WorkspaceId workspace = TestLog.newWorkspace();

  @Test
  void holdsAnEventOfANewerReleaseAndDeliversItAfterTheUpgrade(@TempDir Path folder) {
    try (Platform platform = new Platform(folder);
        Receiver receiver = new Receiver(Script.status(204))) {
      ConfigurableApplicationContext today = platform.start();
      Webhook webhook = platform.log().subscribe(workspace, receiver.url());
      Platform.until(() -> platform.sql().fetchExists(DSL.table("webhooks.endpoint")));
      Event future = entry("from the future", 2);
      put(platform, FutureEvents.ofUnknownType(CODEC.write(future)));
      Event next = entry("of today", 3);
      put(platform, CODEC.write(next));
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 1);

      assertThat(receiver.requests().getFirst().text()).contains("of today");
      assertThat(platform.sql().fetchCount(DSL.table("webhooks.poison"))).isZero();
      assertThat(platform.sql().fetchCount(DSL.table("webhooks.held_event"))).isOne();

      today.close();
      platform
          .sql()
          .execute(
              "update webhooks.held_event set body = {0}",
              DSL.val(new String(CODEC.write(future), UTF_8)));
      platform.start();
      Platform.until(() -> platform.count(webhook.id(), "delivered") == 2);

      assertThat(receiver.requests().getLast().text())
          .contains("from the future", "time_entry.created");
      assertThat(platform.sql().fetchCount(DSL.table("webhooks.held_event"))).isZero();
    }
  }

  private Event entry(String description, long sequence) {
    return TestLog.event(
        workspace,
        EventType.TIME_ENTRY_CREATED,
        TestLog.entry(workspace, description, sequence),
        sequence);
  }

  private void put(Platform platform, byte[] event) {
    platform.log().send(Topic.EVENTS, RecordKeys.of(workspace), event, Map.of());
  }
}
