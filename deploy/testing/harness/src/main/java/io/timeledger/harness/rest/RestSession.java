package io.timeledger.harness.rest;

import io.timeledger.harness.rest.RestClient.Answer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The REST API as the holder of one token sees it.
public record RestSession(URI api, String token) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// As the owner of a new workspace in Europe/Berlin.
  public static RestSession ofNewWorkspace(URI api, String operatorToken, String id) {
    String body =
        """
        {"id": "%s", "name": "Test", "timezone": "Europe/Berlin",
         "owner": {"id": "u_owner", "name": "O", "email": "o@example.com"}}
        """
            .formatted(id);
    return new RestSession(
        api,
        RestClient.require(api, operatorToken, "POST", "/api/v1/workspaces", body)
            .at("/token/secret")
            .asString());
  }

  public Answer get(String path) {
    return send("GET", path, "");
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  /// As [#post] with a key, until the command is decided: a platform that has just come back may
  /// answer 202 first, and the repeated request gets the one outcome.
  public Answer postUntilDecided(String path, String body, String key) {
    Map<String, String> headers = Map.of("Idempotency-Key", key);
    Instant deadline = Instant.now().plus(PATIENCE);
    Answer answer = RestClient.send(api, token, "POST", path, body, headers);
    while (answer.status() == 202 && Instant.now().isBefore(deadline)) {
      answer = RestClient.send(api, token, "POST", path, body, headers);
    }
    return answer;
  }

  public Answer send(String method, String path, String body) {
    return RestClient.send(api, token, method, path, body, Map.of());
  }

  /// All pages of a list.
  ///
  /// @throws IllegalStateException for any status but 200
  public List<JsonNode> all(String path) {
    List<JsonNode> rows = new ArrayList<>();
    String first = path + (path.contains("?") ? "&" : "?") + "limit=500";
    String cursor = "";
    do {
      Answer page = get(cursor.isEmpty() ? first : first + "&cursor=" + cursor);
      if (page.status() != 200) {
        throw new IllegalStateException("%s: %d %s".formatted(path, page.status(), page.body()));
      }
      page.data().forEach(rows::add);
      cursor = page.body().path("pagination").path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    return rows;
  }
}
