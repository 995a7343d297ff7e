package io.timeledger.webhooks.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.webhooks.testkit.TestLog;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class BodiesTest {
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final Event EVENT =
      TestLog.event(
          WORKSPACE,
          EventType.TIME_ENTRY_CREATED,
          TestLog.entry(WORKSPACE, "Checkout – page", 7),
          7);
  private static final ObjectNode ENVELOPE = new EventCodec().toTree(EVENT);

  @Test
  void carriesFiveKeysInOrderAndNothingThatNotEveryReaderSees() {
    JsonNode body = body(PayloadFormat.STANDARD, PayloadMode.FULL, Set.of());

    assertThat(body.propertyNames())
        .containsExactly("id", "event", "workspace_id", "data", "timestamp");
    assertThat(body.at("/data/description").asString()).isEqualTo("Checkout – page");
    assertThat(body.at("/data").propertyNames())
        .doesNotContain("hourly_rate", "cost_rate", "amount", "cost_amount");
  }

  @Test
  void carriesRatesAndCostsOnlyWhenTheyAreIncluded() {
    JsonNode rates = body(PayloadFormat.STANDARD, PayloadMode.FULL, Set.of(Include.RATES));
    assertThat(rates.at("/data/hourly_rate").asString()).isEqualTo("95.50");
    assertThat(rates.at("/data").propertyNames()).doesNotContain("cost_rate");

    JsonNode costs = body(PayloadFormat.STANDARD, PayloadMode.FULL, Set.of(Include.COSTS));
    assertThat(costs.at("/data").propertyNames())
        .contains("cost_rate")
        .doesNotContain("hourly_rate");
  }

  @Test
  void namesTheResourceAndNoMoreWhenThin() {
    JsonNode body = body(PayloadFormat.STANDARD, PayloadMode.THIN, Set.of());

    assertThat(body.at("/data").propertyNames()).containsExactly("id", "version");
  }

  @Test
  void leavesTheEventAsItIsAndGivesTheSameBytesEachTime() {
    String before = ENVELOPE.toString();
    BodyVariant variant = new BodyVariant(PayloadFormat.STANDARD, PayloadMode.FULL, Set.of());

    assertThat(Bodies.of(ENVELOPE, variant)).isEqualTo(Bodies.of(ENVELOPE, variant));
    assertThat(ENVELOPE.toString()).isEqualTo(before);
  }

  @Test
  void makesUpAnEventToTestWith() {
    assertThat(test(PayloadFormat.STANDARD))
        .isEqualTo(
            "{\"id\":\"evt_1\",\"event\":\"webhook.test\",\"workspace_id\":\"ws_1\",\"data\":{"
                + "\"id\":\"wh_1\",\"message\":\"This is a test of your webhook. Verify the bytes as"
                + " they came, not what a parser makes of them.\",\"hours\":2.00},"
                + "\"timestamp\":\"2026-04-29T10:23:00Z\"}");
    assertThat(test(PayloadFormat.SLACK)).contains("test of your webhook").doesNotContain("2.00");
  }

  @Test
  void makesUpAnEventThatNoParserWritesAsItWas() {
    String sent = test(PayloadFormat.STANDARD);

    assertThat(JsonMapper.shared().readTree(sent).toString()).isNotEqualTo(sent);
  }

  private static String test(PayloadFormat format) {
    return new String(
        Bodies.test(
            "evt_1",
            WORKSPACE,
            new WebhookId("wh_1"),
            Instant.parse("2026-04-29T10:23:00Z"),
            new BodyVariant(format, PayloadMode.FULL, Set.of())),
        UTF_8);
  }

  private static JsonNode body(PayloadFormat format, PayloadMode mode, Set<Include> includes) {
    return Json.MAPPER.readTree(Bodies.of(ENVELOPE, new BodyVariant(format, mode, includes)));
  }
}
