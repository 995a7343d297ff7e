package io.timeledger.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the platform's public REST API.
final class RestApi {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  record Answer(int status, JsonNode body) {
    boolean succeeded() {
      return status / 100 == 2;
    }

    /// Pending or temporarily unavailable: retry the same request.
    private boolean isLater() {
      return status == 202 || status == 503;
    }
  }

  RestApi(URI base) {
    this.base = base;
  }

  URI base() {
    return base;
  }

  Answer post(String path, String token, String idempotencyKey, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(request("POST", path, token, body).header("Idempotency-Key", idempotencyKey));
  }

  Answer put(String path, String token, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(request("PUT", path, token, body));
  }

  Answer patch(String path, String token, Map<String, ?> body)
      throws IOException, InterruptedException {
    return send(request("PATCH", path, token, body));
  }

  private HttpRequest.Builder request(
      String method, String path, String token, Map<String, ?> body) {
    return HttpRequest.newBuilder(base.resolve("/api/v1" + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    RestApi.Answer answer = once(request.build());
    while (answer.isLater() && System.nanoTime() - deadline < 0) {
      Thread.sleep(PAUSE);
      answer = once(request.build());
    }
    return answer;
  }

  private Answer once(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    String text = response.body();
    return new Answer(response.statusCode(), JSON.readTree(text.isBlank() ? "{}" : text));
  }
}
