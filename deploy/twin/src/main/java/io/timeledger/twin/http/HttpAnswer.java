package io.timeledger.twin.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An answer, complete in memory.
///
/// @param cut the connection is closed half way through the body
public record HttpAnswer(int status, Map<String, String> headers, String body, boolean cut) {

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public static HttpAnswer json(int status, JsonNode body) {
    return of(status, "application/json; charset=utf-8", body.toString());
  }

  public static HttpAnswer html(int status, String body) {
    return of(status, "text/html; charset=utf-8", body);
  }

  public static HttpAnswer empty(int status) {
    return new HttpAnswer(status, Map.of(), "", false);
  }

  public static HttpAnswer redirect(String location) {
    return empty(302).with("Location", location);
  }

  /// Closes the connection before the body is complete.
  public static HttpAnswer broken() {
    return new HttpAnswer(200, Map.of(), "{\"kind\":", true);
  }

  public HttpAnswer with(String header, String value) {
    LinkedHashMap<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new HttpAnswer(status, all, body, cut);
  }

  private static HttpAnswer of(int status, String type, String body) {
    return new HttpAnswer(status, Map.of("Content-Type", type), body, false);
  }
}
