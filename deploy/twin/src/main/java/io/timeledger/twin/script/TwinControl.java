package io.timeledger.twin.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The control surface of a twin.
public record TwinControl(URI twin) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// @return the id of the meeting
  public String create(ObjectNode meeting) {
    return call("POST", "/control/events", meeting.toString()).path("id").asString("");
  }

  public void change(String id, ObjectNode fields) {
    call("PATCH", event(id), fields.toString());
  }

  public void delete(String id) {
    call("DELETE", event(id), "");
  }

  /// Cancels one instance of a series.
  public void cancel(String id, String originalStart) {
    call("DELETE", event(id) + "?original_start=" + URLEncoder.encode(originalStart, UTF_8), "");
  }

  /// All tokens of lists get 410.
  public void expireSyncTokens(TwinAccount account) {
    post("/control/expire-sync-tokens", account.body());
  }

  public void expireAccessTokens(TwinAccount account) {
    post("/control/expire-access-tokens", account.body());
  }

  /// Plans a fault for the account until all are cleared.
  public void failAlways(TwinAccount account, String kind) {
    post("/control/faults", account.body().put("kind", kind).putNull("times"));
  }

  public void failOnce(TwinAccount account, String kind) {
    post("/control/faults", account.body().put("kind", kind));
  }

  public void clearFaults() {
    call("DELETE", "/control/faults", "");
  }

  /// The number of the last call to the APIs.
  public long calls() {
    return call("GET", "/control/requests?since=" + Long.MAX_VALUE, "").path("count").asLong();
  }

  /// Calls that an account has had since a number, once they were answered.
  public JsonNode calls(TwinAccount account, long since) {
    return requests(account, since).path("requests");
  }

  /// Whether a call of the account waits for its answer.
  public boolean isWaiting(TwinAccount account) {
    for (JsonNode level : requests(account, Long.MAX_VALUE).path("most_at_once")) {
      if (level.path("now").asInt(0) > 0) {
        return true;
      }
    }
    return false;
  }

  private JsonNode requests(TwinAccount account, long since) {
    return call(
        "GET",
        "/control/requests?since=%d&provider=%s&account=%s"
            .formatted(since, account.provider(), account.address()),
        "");
  }

  /// All that is true between two times.
  public JsonNode state(Instant from, Instant to) {
    return call("GET", "/control/state?from=" + from + "&to=" + to, "");
  }

  private void post(String path, ObjectNode body) {
    call("POST", path, body.toString());
  }

  private static String event(String id) {
    return "/control/events/" + URLEncoder.encode(id, UTF_8);
  }

  private JsonNode call(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(twin.resolve(path))
            .timeout(PATIENCE)
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            "%s %s %s: %d %s (expected: 2xx)"
                .formatted(method, path, body, response.statusCode(), response.body()));
      }
      return JsonMapper.shared().readTree(response.body().isEmpty() ? "{}" : response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
