package io.timeledger.ingest.testkit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sends what a browser sends for a page.
///
/// @param cookie the pair of name and value
/// @param site where the page is from, in the browser's words; null if it does not tell
public record Browser(ApiClient client, String cookie, @Nullable String site) {
  public static final String SITE = "Sec-Fetch-Site";
  private static final String OWN = "same-origin";

  /// Signs in with this body.
  public static Browser open(ApiClient nobody, String body) {
    return of(nobody, nobody.post("/api/v1/session", body, SITE, OWN).requireStatus(201));
  }

  /// With the cookie of this answer.
  public static Browser of(ApiClient nobody, Answer answer) {
    String header = answer.header("Set-Cookie").orElseThrow();
    return new Browser(nobody, header.substring(0, header.indexOf(';')), OWN);
  }

  /// The same browser at another page.
  public Browser at(@Nullable String otherSite) {
    return new Browser(client, cookie, otherSite);
  }

  public Answer get(String path, String... headers) {
    return send("GET", path, null, headers);
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer send(String method, String path, @Nullable String body, String... more) {
    return client.send(method, path, body, headers(more));
  }

  public String[] headers(String... more) {
    List<String> headers = new ArrayList<>(List.of("Cookie", cookie));
    if (site != null) {
      headers.addAll(List.of(SITE, site));
    }
    headers.addAll(List.of(more));
    return headers.toArray(String[]::new);
  }
}
