package io.timeledger.webhooks.body;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.id.WorkspaceId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.PayloadFormat;
import io.timeledger.schemas.resource.PayloadMode;
import io.timeledger.schemas.visibility.Redactor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Renders what goes out of an event: the five keys `id`, `event`, `workspace_id`, `data` and
/// `timestamp`, in this order, with what the webhook may not carry taken away; or a message for
/// Slack.
public final class Bodies {
  /// The made-up event by which an endpoint is tried.
  public static final String TEST = "webhook.test";

  private static final String TEST_MESSAGE =
      "This is a test of your webhook. Verify the bytes as they came, not what a parser makes of them.";

  /// As every entry has one; most parsers lose its zeros, and with them the signature.
  private static final BigDecimal TEST_HOURS = new BigDecimal("2.00");

  private static final List<String> NAMING_KEYS = List.of("id", "version");

  private Bodies() {}

  /// @param event the public envelope; left as it is
  public static byte[] of(ObjectNode event, BodyVariant variant) {
    EventType type = EventType.of(event.required("event").asString());
    ObjectNode data = event.required("data").deepCopy().asObject();
    Redactor.redactForWebhook(type.subject(), data, variant.includes());
    return rendered(event, data, variant);
  }

  /// The body of a test.
  public static byte[] test(
      String eventId, WorkspaceId workspace, WebhookId webhook, Instant at, BodyVariant variant) {
    ObjectNode event =
        Json.MAPPER
            .createObjectNode()
            .put("id", eventId)
            .put("event", TEST)
            .put("workspace_id", workspace.value());
    ObjectNode data =
        Json.MAPPER.createObjectNode().put("id", webhook.value()).put("message", TEST_MESSAGE);
    if (variant.format() == PayloadFormat.STANDARD) {
      data.put("hours", TEST_HOURS);
    }
    event.put("timestamp", at.toString());
    return rendered(event, data, variant);
  }

  private static byte[] rendered(ObjectNode event, ObjectNode data, BodyVariant variant) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("id", event.required("id"));
    body.set("event", event.required("event"));
    body.set("workspace_id", event.required("workspace_id"));
    body.set("data", variant.mode() == PayloadMode.THIN ? thin(data) : data);
    body.set("timestamp", event.required("timestamp"));
    return Json.MAPPER.writeValueAsBytes(
        variant.format() == PayloadFormat.SLACK ? SlackMessage.of(body, data) : body);
  }

  private static ObjectNode thin(ObjectNode data) {
    ObjectNode thin = Json.MAPPER.createObjectNode();
    for (String key : NAMING_KEYS) {
      if (data.has(key)) {
        thin.set(key, data.get(key));
      }
    }
    return thin;
  }
}
