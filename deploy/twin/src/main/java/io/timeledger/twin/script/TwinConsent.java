package io.timeledger.twin.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Consents at the twin as a browser would, without asking anybody.
public final class TwinConsent {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient FOLLOWING = browser(Redirect.ALWAYS);
  private static final HttpClient STAYING = browser(Redirect.NEVER);

  private TwinConsent() {}

  /// What the client's callback answers, as JSON.
  ///
  /// @param authorizeUrl as the client has made it
  public static String answer(String authorizeUrl, TwinAccount account) {
    return send(FOLLOWING, authorizeUrl, account).body();
  }

  /// Where the twin sends the browser.
  public static URI redirect(String authorizeUrl, TwinAccount account) {
    HttpResponse<String> response = send(STAYING, authorizeUrl, account);
    return URI.create(
        response
            .headers()
            .firstValue("Location")
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no redirect: %d %s".formatted(response.statusCode(), response.body()))));
  }

  private static HttpResponse<String> send(
      HttpClient browser, String authorizeUrl, TwinAccount account) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(authorizeUrl + "&login_hint=" + account.address()))
            .header("Accept", "application/json")
            .timeout(PATIENCE)
            .build();
    try {
      return browser.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpClient browser(Redirect redirects) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(redirects)
        .build();
  }
}
