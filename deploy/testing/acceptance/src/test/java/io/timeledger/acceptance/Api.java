package io.timeledger.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The REST interface as a stranger calls it.
record Api(String url, String token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// @param body parsed; missing when there was none
  record Answer(int status, JsonNode body, HttpResponse<String> response) {
    JsonNode data() {
      return body.path("data");
    }

    String error() {
      return body.path("error").path("code").asString("");
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", path, body, headers);
  }

  /// As [#post] with a key, until the command is decided: a platform that has just come back may
  /// answer 202 first, and the repeated request gets the one outcome.
  Answer postUntilDecided(String path, String body, String key)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plusSeconds(60);
    Answer answer = post(path, body, "Idempotency-Key", key);
    while (answer.status() == 202 && Instant.now().isBefore(deadline)) {
      answer = post(path, body, "Idempotency-Key", key);
    }
    return answer;
  }

  Answer send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(body));
    request.header("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /// All pages of a list.
  List<JsonNode> all(String path) throws IOException, InterruptedException {
    List<JsonNode> rows = new ArrayList<>();
    String cursor = "";
    do {
      String separator = path.contains("?") ? "&" : "?";
      Answer page =
          get(path + separator + "limit=500" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      if (page.status() != 200) {
        throw new AssertionError(page.body());
      }
      page.data().forEach(rows::add);
      cursor = page.body().path("pagination").path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    return rows;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofSeconds(20));
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
    String body = response.body();
    return new Answer(
        response.statusCode(), body.isEmpty() ? JSON.missingNode() : JSON.readTree(body), response);
  }
}
