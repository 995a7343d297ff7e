package io.timeledger.harness.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the REST API.
public final class RestClient {
  public static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REPETITIONS = 10;
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private RestClient() {}

  /// @param status 0 without answer
  /// @param body missing without answer
  public record Answer(int status, JsonNode body, String location) {
    static final Answer NONE = new Answer(0, JSON.missingNode(), "");

    public JsonNode data() {
      return body.path("data");
    }

    public String error() {
      return body.path("error").path("code").asString("");
    }

    /// Whether it is the final outcome of the request, so that it need not be repeated.
    public boolean isFinal() {
      return RestClient.isFinal(status);
    }
  }

  /// Whether a status gives the final outcome of a request.
  public static boolean isFinal(int status) {
    return status != 202 && status != 408 && status != 429 && status >= 200 && status < 500;
  }

  public static Answer send(
      URI api, String token, String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body()),
          response.headers().firstValue("Location").orElse(""));
    } catch (IOException | JacksonException e) {
      return Answer.NONE; // cut off: nobody knows what became of it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.NONE;
    }
  }

  /// As [#send], but requires success; for a platform without faults. Allows for a slow answer
  /// right after startup.
  public static JsonNode require(URI api, String token, String method, String path, String body) {
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    Answer answer = send(api, token, method, path, body, key);
    for (int i = 0; i < REPETITIONS && !answer.isFinal(); i++) {
      answer = send(api, token, method, path, body, key);
    }
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(method, path, answer.status(), answer.body()));
    }
    return answer.data();
  }
}
