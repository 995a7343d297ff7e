package io.timeledger.bench.idle;

import io.timeledger.schemas.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Entries that exist before a measurement, so that the platform is warm.
record EarlierEntries(URI api, String token) {
  private static final int BATCH = 100;
  private static final int DAYS = 300;

  /// @return their number
  int create(int entries) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int from = 0; from < entries; from += BATCH) {
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(api.resolve("/api/v1/time-entries/batch"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body(from, Math.min(entries, from + BATCH))))
                    .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
          throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
      }
      return entries;
    }
  }

  private static String body(int from, int to) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    ArrayNode items = body.putArray("items");
    for (int i = from; i < to; i++) {
      items
          .addObject()
          .put("action", "create")
          .putObject("entry")
          .put("log_date", LocalDate.of(2025, 1, 6).plusDays(i % DAYS).toString())
          .put("hours", 1)
          .put("description", "entry " + i);
    }
    return body.toString();
  }
}
