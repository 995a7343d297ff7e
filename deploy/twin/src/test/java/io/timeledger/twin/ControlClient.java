package io.timeledger.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Drives the twin's control surface.
record ControlClient(URI twin) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  static ObjectNode body() {
    return JsonNodeFactory.instance.objectNode();
  }

  /// A meeting of an hour in UTC.
  static ObjectNode meeting(String title, String start) {
    return body()
        .put("title", title)
        .put("start", start)
        .put("end", Instant.parse(start).plusSeconds(3_600).toString());
  }

  /// The id of the meeting.
  String create(ObjectNode meeting) {
    return post("/control/events", meeting).required("id").asString();
  }

  JsonNode post(String path, JsonNode body) {
    return read(send("POST", path, body.toString()));
  }

  JsonNode patch(String path, JsonNode body) {
    return read(send("PATCH", path, body.toString()));
  }

  void delete(String path) {
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
  }

  JsonNode get(String path) {
    return read(send("GET", path, ""));
  }

  void fault(String kind) {
    post("/control/faults", body().put("kind", kind));
  }

  HttpResponse<String> send(String method, String path, String body) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(twin.resolve(path))
              .timeout(Duration.ofSeconds(20))
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static JsonNode read(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return JsonMapper.shared().readTree(response.body().isEmpty() ? "{}" : response.body());
  }
}
