package io.timeledger.ingest.calendar.push;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A body that Microsoft Graph sends, with one or more notifications.
record GraphNotifications(List<GraphNotification> all) {
  private static final int LONGEST = 64 * 1024;
  private static final Set<String> ENDING =
      Set.of("reauthorizationRequired", "subscriptionRemoved");

  /// @param renewChannel whether the subscription ends soon, or has ended
  record GraphNotification(String clientState, boolean renewChannel) {}

  GraphNotifications {
    all = List.copyOf(all);
  }

  /// Notifications without a secret are left out.
  ///
  /// @throws ApiException `payload_too_large` or `malformed_json`
  static GraphNotifications read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw ApiException.of(
          ErrorCode.PAYLOAD_TOO_LARGE, "The body is larger than %d bytes.".formatted(LONGEST));
    }
    List<GraphNotification> found = new ArrayList<>();
    for (JsonNode item : tree(bytes).path("value")) {
      JsonNode secret = item.path("clientState");
      if (secret.isString()) {
        found.add(
            new GraphNotification(
                secret.stringValue(), ENDING.contains(item.path("lifecycleEvent").asString(""))));
      }
    }
    return new GraphNotifications(found);
  }

  private static JsonNode tree(byte[] bytes) {
    try {
      return Json.STRICT.readTree(bytes);
    } catch (JacksonException e) {
      throw ApiException.of(ErrorCode.MALFORMED_JSON, "Expected a JSON object.");
    }
  }
}
