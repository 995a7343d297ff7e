package io.timeledger.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timeledger.schemas.command.Actor;
import io.timeledger.schemas.command.CommandOrigin;
import io.timeledger.schemas.id.DeliveryId;
import io.timeledger.schemas.id.ReplayId;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.kafka.TopicSerdes;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.webhook.AttemptOutcome;
import io.timeledger.schemas.webhook.DeliveryOutcome;
import io.timeledger.schemas.webhook.DeliveryState;
import io.timeledger.schemas.webhook.DeliveryTrigger;
import io.timeledger.schemas.webhook.DispatchCommand;
import io.timeledger.schemas.webhook.DispatchCommand.CancelReplay;
import io.timeledger.schemas.webhook.DispatchCommand.Redeliver;
import io.timeledger.schemas.webhook.DispatchCommand.Replay;
import io.timeledger.schemas.webhook.DispatchCommand.TestWebhook;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.ReplayFilter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DispatchContractsTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final WebhookId WEBHOOK = new WebhookId("wh_1");
  private static final DeliveryId DELIVERY = new DeliveryId("dlv_1");
  private static final ReplayId REPLAY = new ReplayId("rpl_1");
  private static final Instant NOW = Instant.parse("2026-04-29T10:23:00Z");

  @ParameterizedTest
  @MethodSource("commands")
  void readsWhatItWrites(DispatchCommand command) {
    DispatchEnvelope envelope =
        new DispatchEnvelope(
            "cmd_1",
            WORKSPACE,
            new Actor(new UserId("u"), Set.of(Permission.WEBHOOKS), null, CommandOrigin.API),
            "hash",
            command);
    Codec<DispatchEnvelope> codec = TopicSerdes.WEBHOOK_COMMANDS.codec();

    assertThat(codec.read(codec.write(envelope))).isEqualTo(envelope);
  }

  @Test
  void keepsTheNamesOfCommands() {
    assertThat(DispatchCommand.class.getPermittedSubclasses())
        .extracting(CommandCodec::typeOf)
        .containsExactlyInAnyOrder("test_webhook", "redeliver", "replay", "cancel_replay");
  }

  static List<DispatchCommand> commands() {
    return List.of(
        new TestWebhook(WEBHOOK, DELIVERY, NOW),
        new Redeliver(WEBHOOK, DELIVERY, new DeliveryId("dlv_2")),
        new Replay(
            WEBHOOK,
            REPLAY,
            new ReplayFilter(
                Set.of(DeliveryState.FAILED_PERMANENT),
                List.of("timer.stopped"),
                NOW,
                null,
                List.of(DELIVERY)),
            20),
        new CancelReplay(WEBHOOK, REPLAY));
  }

  @Test
  void callsOtherBytesMalformed() {
    assertThatThrownBy(
            () ->
                TopicSerdes.WEBHOOK_COMMANDS
                    .codec()
                    .read("{\"type\": \"no_such\"}".getBytes(UTF_8)))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void tellsOutcomesByTheirNamesOnTheWire() {
    DeliveryOutcome outcome =
        new DeliveryOutcome(
            DELIVERY,
            WEBHOOK,
            WORKSPACE,
            "evt_1",
            "timer.stopped",
            DeliveryTrigger.EVENT,
            DeliveryState.FAILED_PERMANENT,
            AttemptOutcome.HTTP_4XX,
            1,
            NOW,
            NOW);
    byte[] bytes = TopicSerdes.WEBHOOK_OUTCOMES.codec().write(outcome);

    assertThat(new String(bytes, UTF_8)).contains("\"failed_permanent\"", "\"http_4xx\"");
    assertThat(TopicSerdes.WEBHOOK_OUTCOMES.codec().read(bytes)).isEqualTo(outcome);
  }
}
