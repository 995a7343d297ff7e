package io.timeledger.ingest.testkit;

import io.timeledger.schemas.json.Json;
import java.net.http.HttpHeaders;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the API answered.
public record Answer(int status, HttpHeaders headers, String body) {

  public JsonNode json() {
    return Json.MAPPER.readTree(body);
  }

  public JsonNode data() {
    return json().required("data");
  }

  public String errorCode() {
    return json().at("/error/code").asString();
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  public Answer requireStatus(int expected) {
    if (status != expected) {
      throw new AssertionError("status: %d (expected: %d): %s".formatted(status, expected, body));
    }
    return this;
  }
}
